import { errorsOf } from '@licencevault/errors'

/** Every word code of this package. Codes are words and never change meaning. */
export const codes = {
  // ── 格式 ─────────────────────────────────────────────────────────────────────────────────────────
  'format-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The format is {found}; this library reads {known}.',
      zh: '格式为 {found}；本程序库只读取 {known}。',
    },
    remedy: { en: 'Use a version of the library that knows it.', zh: '请使用支持该格式的程序库版本。' },
  },
  'member-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The {what} has an unknown member at {path}.',
      zh: '{whatZh}的 {path} 处有未知成员。',
    },
    remedy: {
      en: 'Remove it: an unknown member is refused, never ignored.',
      zh: '请删除该成员：未知成员一律拒绝，不会被忽略。',
    },
  },
  'member-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The {what} is wrong at {path}: {problem}.',
      zh: '{whatZh}的 {path} 处有误：{problemZh}。',
    },
    remedy: { en: 'Correct the value at that place.', zh: '请更正该处的值。' },
  },
  'limit-exceeded': {
    kind: 'exhausted',
    sentence: {
      en: 'The {what} exceeds a limit at {path}: at most {most} are allowed.',
      zh: '{whatZh}的 {path} 处超出限制，最多为 {most}。',
    },
    remedy: { en: 'Split it into several.', zh: '请拆分为多份。' },
  },

  // ── 事项 ─────────────────────────────────────────────────────────────────────────────────────────
  'item-code-wrong': {
    kind: 'invalid',
    sentence: { en: '{found} is not a code of a service item.', zh: '{found} 不是政务服务事项编码。' },
    remedy: {
      en: 'A basic code has 12 digits, an implementation code 31 characters, a business code 33.',
      zh: '基本编码 12 位，实施编码 31 位，业务办理项编码 33 位。',
    },
  },
  'item-code-authority': {
    kind: 'invalid',
    sentence: {
      en: 'The item code begins with {found}, which is no right unified social credit code.',
      zh: '事项编码开头的 {found} 不是正确的统一社会信用代码。',
    },
    remedy: {
      en: 'Compare it with the list of authorities, character by character.',
      zh: '请将其与机构名录逐字核对。',
    },
  },
  'item-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no service item {item}.', zh: '没有编码为 {item} 的政务服务事项。' },
    remedy: { en: 'Define it first, or correct the code.', zh: '请先定义该事项，或更正编码。' },
  },
  'item-version-unknown': {
    kind: 'missing',
    sentence: { en: 'Item {item} has no version {version}.', zh: '事项 {item} 没有第 {version} 版。' },
    remedy: { en: 'Ask for its versions.', zh: '请查询该事项的现有版本。' },
  },
  'item-exists': {
    kind: 'conflict',
    sentence: {
      en: 'Item {item} exists already, in version {version}.',
      zh: '事项 {item} 已存在，现为第 {version} 版。',
    },
    remedy: { en: 'Revise it: give its next version.', zh: '请修订该事项，提交其下一版本。' },
  },
  'item-version-wrong': {
    kind: 'conflict',
    sentence: {
      en: 'The next version of item {item} is {next}, not {version}.',
      zh: '事项 {item} 的下一版本应为第 {next} 版，而不是第 {version} 版。',
    },
    remedy: { en: 'Read it again and revise what stands now.', zh: '请重新读取该事项，并在现行版本上修订。' },
  },
  'item-retired': {
    kind: 'conflict',
    sentence: { en: 'Item {item} was retired on {on}.', zh: '事项 {item} 已于 {on} 停用。' },
    remedy: { en: 'Use the item that took its place.', zh: '请使用替代该事项的事项。' },
  },

  // ── 保管期限 ─────────────────────────────────────────────────────────────────────────────────────
  'retention-unknown': {
    kind: 'invalid',
    sentence: { en: '{found} is no retention.', zh: '{found} 不是保管期限。' },
    remedy: {
      en: 'Write Y, D30, D10, or a term of at most {years} years such as P15Y.',
      zh: '请写 Y、D30、D10，或不超过 {years} 年的期限，如 P15Y。',
    },
  },
  'zone-unknown': {
    kind: 'invalid',
    sentence: { en: '{found} is no time zone.', zh: '{found} 不是有效的时区。' },
    remedy: { en: 'Write a name such as Asia/Shanghai.', zh: '请写 Asia/Shanghai 等名称。' },
  },
} as const

export type Code = keyof typeof codes

/** Makes this package's errors. */
export const error = errorsOf(codes)
