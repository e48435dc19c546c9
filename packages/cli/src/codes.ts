import { errorsOf } from '@licencevault/errors'

/** Word codes of wrong calls to the command line. */
const codes = {
  'file-not-readable': {
    kind: 'missing',
    sentence: { en: 'The file {file} cannot be read: {why}.', zh: '无法读取文件 {file}：{whyZh}。' },
    remedy: { en: 'Check the path and its permissions.', zh: '请检查路径和访问权限。' },
  },
  'file-not-writable': {
    kind: 'denied',
    sentence: { en: 'The file {file} cannot be written: {why}.', zh: '无法写入文件 {file}：{whyZh}。' },
    remedy: {
      en: 'Name a file in a folder that is there and yours to write; what the vault did stands.',
      zh: '请指定一个存在且可写的文件夹中的文件；证照库已办理的事项不受影响。',
    },
  },
  'file-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The file {file} has {size} bytes; at most {limit} are read.',
      zh: '文件 {file} 有 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: {
      en: 'A licence file is far smaller; check that this is the right file.',
      zh: '证照文件远小于此，请确认文件是否正确。',
    },
  },
  'time-not-readable': {
    kind: 'invalid',
    sentence: { en: '"{text}" is not a time.', zh: '“{text}”不是有效的时间。' },
    remedy: {
      en: 'Write an instant as in 2026-11-23T09:00:00Z, or a date as in 2026-11-23 (its beginning in UTC).',
      zh: '请写成 2026-11-23T09:00:00Z，或日期 2026-11-23（按 UTC 零点）。',
    },
  },
  'language-unknown': {
    kind: 'invalid',
    sentence: { en: '"{text}" is no language this speaks.', zh: '不支持语言“{text}”。' },
    remedy: { en: 'Write --lang en or --lang zh.', zh: '请写 --lang en 或 --lang zh。' },
  },
  'file-not-json': {
    kind: 'invalid',
    sentence: { en: '{file} is not JSON.', zh: '{file} 不是 JSON。' },
    remedy: { en: 'Correct it, or name another file.', zh: '请更正，或指定其他文件。' },
  },
  'file-not-an-order': {
    kind: 'invalid',
    sentence: {
      en: '{file} holds no order: {what} is missing or wrong.',
      zh: '{file} 不是申请：缺少 {what} 或其有误。',
    },
    remedy: {
      en: 'An order has type, authority, holders, fields and validity.',
      zh: '申请应有 type、authority、holders、fields 和 validity。',
    },
  },
  'word-wrong': {
    kind: 'invalid',
    sentence: {
      en: '"{text}" is no word for a move, a state or a form.',
      zh: '“{text}”不是操作、状态或方式。',
    },
    remedy: {
      en: 'Write it in small letters, such as suspend or valid.',
      zh: '请用小写字母，如 suspend 或 valid。',
    },
  },
  'output-missing': {
    kind: 'invalid',
    sentence: { en: 'A copy has to be written somewhere.', zh: '未指定复制件的保存位置。' },
    remedy: { en: 'Name a file by --output.', zh: '请用 --output 指定文件。' },
  },
  'call-wrong': {
    kind: 'invalid',
    sentence: { en: 'The call is wrong: {problem}.', zh: '命令用法有误：{problem}。' },
    remedy: { en: 'vault --help lists the commands.', zh: '请用 vault --help 查看命令。' },
  },
  'certificate-incomplete': {
    kind: 'invalid',
    sentence: {
      en: 'A client certificate needs --ca, --cert and --key.',
      zh: '客户端证书需要 --ca、--cert 和 --key。',
    },
    remedy: {
      en: 'Give all three; `vault certificate` makes them for a development service.',
      zh: '请提供全部三项；开发环境可用 vault certificate 生成。',
    },
  },
  'certificate-for-whom': {
    kind: 'invalid',
    sentence: { en: 'A certificate needs an application and a role.', zh: '证书需要应用名和角色。' },
    remedy: {
      en: 'Write vault certificate NAME --role ROLE, one of {roles}.',
      zh: '请写 vault certificate 名称 --role 角色（{roles}）。',
    },
  },
  'service-not-here': {
    kind: 'missing',
    sentence: { en: 'The vault service is not installed here.', zh: '本机未安装证照库服务。' },
    remedy: { en: 'Name a running one by --address.', zh: '请用 --address 指定正在运行的服务。' },
  },
  'question-missing': {
    kind: 'invalid',
    sentence: { en: 'There is nothing to authenticate.', zh: '没有要核验的对象。' },
    remedy: {
      en: 'Name files with --trust, or ask a vault by --identifier or --qr.',
      zh: '请指定文件并提供 --trust，或用 --identifier、--qr 向证照库查询。',
    },
  },
} as const

export const error = errorsOf(codes)
