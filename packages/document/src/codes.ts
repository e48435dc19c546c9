import { errorsOf } from '@licencevault/errors'

/** Word codes of this package's errors. */
export const codes = {
  'template-invalid': {
    kind: 'invalid',
    sentence: {
      en: 'The template is wrong at {at}: {what}.',
      zh: '模板在 {at} 处有误：{whatZh}。',
    },
    remedy: {
      en: 'Correct the template there; see the type Template.',
      zh: '请按 Template 类型的说明更正。',
    },
  },
  'template-differs': {
    kind: 'conflict',
    sentence: {
      en: 'The statement was made for the template with digest {stated}, but the template given has {given}.',
      zh: '证照数据所用模板的摘要为 {stated}，而给出的模板摘要为 {given}。',
    },
    remedy: {
      en: 'Render with the template of the version of the licence type that the statement names.',
      zh: '请使用证照数据所指证照类型版本的模板制作版式文件。',
    },
  },
  'renderer-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The statement names the renderer {stated}; this is {ours}.',
      zh: '证照数据指定的版式生成程序为 {stated}，而本程序为 {ours}。',
    },
    remedy: {
      en: 'Render with the release that has that renderer version.',
      zh: '请使用含有该版本生成程序的发行版。',
    },
  },
  'glyph-missing': {
    kind: 'missing',
    sentence: {
      en: 'No font has the character {character} (U+{codePoint}) in {field}.',
      zh: '“{field}”中的字符“{character}”（U+{codePoint}）在所有字体中均无字形。',
    },
    remedy: {
      en: 'Give a fallback font that has it, such as HanaMinB for rare Chinese characters, or correct the text.',
      zh: '请提供含有该字的后备字体（如生僻字可用 HanaMinB），或更正文字。',
    },
  },
  'place-too-small': {
    kind: 'exhausted',
    sentence: {
      en: 'The place of {field} is too small for one character, or for its label.',
      zh: '“{field}”一栏过小，容不下一个字或栏目名称。',
    },
    remedy: { en: 'Make the place in the template larger.', zh: '请在模板中放大该栏。' },
  },
  'too-many-pages': {
    kind: 'exhausted',
    sentence: {
      en: 'The licence would have more than {limit} pages.',
      zh: '该证照将超过 {limit} 页。',
    },
    remedy: {
      en: 'Shorten the fields, or put long lists in a document of their own.',
      zh: '请缩短字段内容，或将较长的清单另附文件。',
    },
  },
  'qr-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'The text of the QR code has {length} bytes; at most {limit} can be read from paper at its size.',
      zh: '二维码内容为 {length} 字节；按其印制尺寸，最多可识读 {limit} 字节。',
    },
    remedy: { en: 'Shorten the address or the token.', zh: '请缩短网址或核验令牌。' },
  },
  'attachment-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The attachment {name} has {length} bytes; at most {limit} are allowed.',
      zh: '附件 {name} 为 {length} 字节，最多允许 {limit} 字节。',
    },
    remedy: {
      en: 'Check what was passed as {name}: a receipt has a few kilobytes.',
      zh: '请核对作为 {name} 传入的内容：回执通常只有几 KB。',
    },
  },
  'font-damaged': {
    kind: 'invalid',
    sentence: {
      en: 'The font {font} cannot be read: {what}.',
      zh: '字体 {font} 无法读取：{whatZh}。',
    },
    remedy: { en: 'Give the whole, unchanged font file.', zh: '请提供完整、未经改动的字体文件。' },
  },
  'font-not-truetype': {
    kind: 'invalid',
    sentence: {
      en: 'The font {font} has no TrueType outlines.',
      zh: '字体 {font} 不含 TrueType 轮廓。',
    },
    remedy: {
      en: 'Give a .ttf file; OpenType fonts with CFF outlines, collections and web fonts are not read.',
      zh: '请提供 .ttf 文件；不支持 CFF 轮廓的 OpenType 字体、字体集合和网页字体。',
    },
  },
  'font-not-embeddable': {
    kind: 'denied',
    sentence: {
      en: 'The font {font} forbids embedding.',
      zh: '字体 {font} 禁止嵌入。',
    },
    remedy: { en: 'Use a font whose licence allows embedding.', zh: '请使用许可嵌入的字体。' },
  },
} as const

export const error = errorsOf(codes)
