import type { Words } from '@licencevault/errors'

/** 四性: the four properties, by the second figure of an item's code. */
export const properties = {
  1: { en: 'authenticity', zh: '真实性' },
  2: { en: 'integrity', zh: '完整性' },
  3: { en: 'usability', zh: '可用性' },
  4: { en: 'safety', zh: '安全性' },
} as const satisfies Record<number, Words>

/** One item of the four-property check at filing (四性检测，归档环节). */
export interface CheckRow {
  readonly name: Words
  /** What is looked at. */
  readonly object: Words
  /** Why. */
  readonly purpose: Words
  /** Where the rule stands. */
  readonly basis: string
  /** Whether it is made here at all; what is not reads 未检测. */
  readonly made: boolean
  /** Why it is not made, where that is known. */
  readonly why?: Words
}

const objects = {
  fixity: { en: 'digests and signatures', zh: '固化信息' },
  metadata: { en: 'metadata', zh: '元数据' },
  content: { en: 'content', zh: '内容数据' },
  package: { en: 'package', zh: '归档信息包' },
  process: { en: 'process', zh: '归档过程' },
  carrier: { en: 'carrier', zh: '载体' },
} as const

const basis = 'DA/T 70-2018; GB/T 42727-2023 6.7'

const item = (
  zh: string,
  en: string,
  object: keyof typeof objects,
  purposeZh: string,
  purpose: string,
): CheckRow => ({
  name: { en, zh },
  object: objects[object],
  purpose: { en: purpose, zh: purposeZh },
  basis,
  made: true,
})

const unmade = (zh: string, en: string, object: keyof typeof objects): CheckRow => ({
  ...item(zh, en, object, '本系统不检测此项', 'not checked by this system'),
  made: false,
})

/**
 * Every item at filing by its code. The numbers 1-2 to 1-5 and 1-7 are inferred from the order of public
 * lists; 1-9, 2-8 and 3-4 to 3-7 are not identified in any source at hand and are not made.
 */
export const checkTable = {
  'GD-1-1': item('固化信息有效性', 'fixity is valid', 'fixity', '确认来源真实', 'the source is who it says'),
  'GD-1-2': item(
    '元数据项数据长度',
    'length of metadata',
    'metadata',
    '符合长度要求',
    'no element is too long',
  ),
  'GD-1-3': item(
    '元数据项类型、格式',
    'type of metadata',
    'metadata',
    '符合类型和格式',
    'each is of its type',
  ),
  'GD-1-4': item(
    '设定值域符合度',
    'values of metadata',
    'metadata',
    '符合设定值域',
    'each has an allowed value',
  ),
  'GD-1-5': item(
    '数据值合理性',
    'metadata are plausible',
    'metadata',
    '日期等数值合理',
    'dates are in order',
  ),
  'GD-1-6': item(
    '特殊字符',
    'special characters',
    'metadata',
    '不含特殊字符',
    'none holds hidden characters',
  ),
  'GD-1-7': item('档号规范性', 'archival number', 'metadata', '档号符合规则', 'it follows the rule'),
  'GD-1-8': item('数据重复性', 'duplicates', 'metadata', '不与已有记录重复', 'nothing is held already'),
  'GD-1-9': unmade('（未查明）', '(not identified)', 'metadata'),
  'GD-1-10': item('电子属性一致性', 'electronic attributes', 'content', '与实际一致', 'recorded as it is'),
  'GD-1-11': item(
    '元数据与内容关联',
    'metadata point to content',
    'content',
    '路径与实际一致',
    'each path leads there',
  ),
  'GD-1-12': item('说明文件规范性', 'declaration of the package', 'package', '符合规范', 'it is well-formed'),
  'GD-1-13': item('目录结构规范性', 'folders of the package', 'package', '符合规定结构', 'as laid down'),
  'GD-1-14': item(
    '信息包一致性',
    'package is consistent',
    'package',
    '归档前后一致',
    'before and after are equal',
  ),
  'GD-2-1': item('总件数相符性', 'count of files', 'content', '与清单相符', 'as announced'),
  'GD-2-2': item('总字节数相符性', 'count of bytes', 'content', '与清单相符', 'as announced'),
  'GD-2-3': item(
    '元数据项完整性',
    'all elements present',
    'metadata',
    '元数据项齐全',
    'every element has its place',
  ),
  'GD-2-4': item('必填著录项目', 'required elements', 'metadata', '必填项不为空', 'none of them is empty'),
  'GD-2-5': item(
    '过程信息完整性',
    'process information',
    'metadata',
    '过程信息完整',
    'from acceptance to decision',
  ),
  'GD-2-6': item(
    '连续性元数据项',
    'numbers without gaps',
    'metadata',
    '件号连续',
    'each follows the one before',
  ),
  'GD-2-7': item(
    '内容数据完整性',
    'content is whole',
    'content',
    '内容可完整读取',
    'no file is empty or cut',
  ),
  'GD-2-8': unmade('附件数据完整性', 'attachments are whole', 'content'),
  'GD-2-9': item('归档范围', 'filing scope', 'content', '应归尽归', 'all that must be filed is there'),
  'GD-2-10': item('信息包元数据完整性', 'metadata in the package', 'package', '元数据齐全', 'all are in it'),
  'GD-2-11': item(
    '信息包内容数据完整性',
    'content in the package',
    'package',
    '内容齐全',
    'all files are in it',
  ),
  'GD-3-1': item('包中元数据可读性', 'metadata can be read', 'package', '可正常解析', 'they parse'),
  'GD-3-2': item(
    '目标数据库元数据可访问性',
    'metadata reach the database',
    'metadata',
    '可正常访问',
    'they can be kept',
  ),
  'GD-3-3': item('内容数据格式', 'format of content', 'content', '为通用格式', 'a format for the long term'),
  'GD-3-4': unmade('（未查明）', '(not identified)', 'content'),
  'GD-3-5': unmade('（未查明）', '(not identified)', 'content'),
  'GD-3-6': unmade('（未查明）', '(not identified)', 'content'),
  'GD-3-7': unmade('（未查明）', '(not identified)', 'content'),
  'GD-3-8': item(
    '包中内容数据格式合规性',
    'nothing is locked',
    'package',
    '无加密和非公开压缩',
    'no encryption, no bomb',
  ),
  'GD-4-1': item('杀毒软件安装', 'a scanner is there', 'process', '环境安全', 'the place is safe'),
  'GD-4-2': item('感染病毒', 'no virus', 'content', '数据未感染病毒', 'no file is infected'),
  'GD-4-3': unmade('载体多余信息', 'extra data on the carrier', 'carrier'),
  'GD-4-4': unmade('载体读取速度', 'speed of the carrier', 'carrier'),
  'GD-4-5': unmade('载体外观', 'appearance of the carrier', 'carrier'),
  'GD-4-6': unmade('光盘合格性', 'quality of the disc', 'carrier'),
  'GD-4-7': {
    ...unmade('归档过程安全性', 'filing is safe', 'process'),
    why: {
      en: 'The entry in the ledger, which shows it, comes after this check; validating the case looks for it.',
      zh: '能证明此项的账本记载在本检测之后产生，由案卷核验时检查。',
    },
  },
} as const satisfies Record<string, CheckRow>

export type CheckCode = keyof typeof checkTable
