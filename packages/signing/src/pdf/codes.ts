import type { CodeTable } from '@licencevault/errors'

const anew = {
  en: 'Have the file created anew; it is not repaired here, since different programs would repair it differently.',
  zh: '请重新生成文件；此处不做修复，因为不同程序的修复结果会不同。',
}
const again = { en: 'Fetch the file again, or have it created anew.', zh: '请重新获取或重新生成该文件。' }
const twoContents = {
  en: 'Do not trust this file: different programs would show different contents.',
  zh: '请勿信任该文件：不同程序会显示不同内容。',
}

/** Why a PDF is not read; rows of the package's one table of codes. */
export const pdfCodes = {
  'pdf-header-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The file is not a PDF: it does not begin with %PDF-.',
      zh: '该文件不是 PDF：开头没有 %PDF- 标记。',
    },
    remedy: {
      en: 'Pass the PDF file itself, from its first byte on.',
      zh: '请提供完整的 PDF 文件，从第一个字节开始。',
    },
  },
  'pdf-end-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF is cut off: its end (startxref, %%EOF) is missing or broken.',
      zh: 'PDF 不完整：文件结尾（startxref、%%EOF）缺失或损坏。',
    },
    remedy: {
      en: 'Fetch the file again from whoever issued it; it was not transferred completely.',
      zh: '文件未完整传输，请向出具方重新获取。',
    },
  },
  'pdf-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The PDF has {size} bytes; at most {limit} are read.',
      zh: 'PDF 大小为 {size} 字节，最多读取 {limit} 字节。',
    },
    remedy: { en: 'Give large files a detached signature instead.', zh: '大文件请改用分离式签名。' },
  },
  'pdf-too-deep': {
    kind: 'exhausted',
    sentence: {
      en: 'The PDF nests its objects more than {limit} levels deep.',
      zh: 'PDF 对象嵌套超过 {limit} 层。',
    },
    remedy: {
      en: 'No ordinary program writes such a file; ask for one created anew.',
      zh: '正常程序不会生成这样的文件，请索取重新生成的文件。',
    },
  },
  'pdf-too-many': {
    kind: 'exhausted',
    sentence: {
      en: 'The PDF has too many {what}; at most {limit} are read.',
      zh: 'PDF 中{whatZh}的数量超过上限（{limit}）。',
    },
    remedy: { en: 'Ask for a smaller file, or split it.', zh: '请提供较小的文件，或将其拆分。' },
  },
  'pdf-stream-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'A stream of the PDF (at byte {at}) exceeds {limit} bytes when decoded.',
      zh: 'PDF 中位于第 {at} 字节的数据流解压后超过 {limit} 字节。',
    },
    remedy: {
      en: 'Do not open this file: it may be built to exhaust its reader.',
      zh: '请勿打开该文件：它可能是为耗尽资源而构造的。',
    },
  },
  'pdf-encrypted': {
    kind: 'invalid',
    sentence: { en: 'The PDF is encrypted.', zh: 'PDF 已加密。' },
    remedy: {
      en: 'Ask its issuer for the file without encryption; a sealed file that anyone should be able to check is not encrypted.',
      zh: '请向出具方索取未加密的文件；供任何人核验的签章文件不应加密。',
    },
  },
  'pdf-hybrid': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF has two cross-reference tables for different readers (hybrid, /XRefStm).',
      zh: 'PDF 为不同阅读器准备了两套交叉引用表（混合引用，/XRefStm）。',
    },
    remedy: {
      en: 'Have it created anew with one table: such a file can show different contents in different readers.',
      zh: '请重新生成只含一套交叉引用表的文件：此类文件在不同阅读器中可能显示不同内容。',
    },
  },
  'pdf-xref-broken': {
    kind: 'invalid',
    sentence: {
      en: 'The cross-reference section at byte {at} of the PDF is broken.',
      zh: 'PDF 第 {at} 字节处的交叉引用损坏。',
    },
    remedy: anew,
  },
  'pdf-xref-loop': {
    kind: 'invalid',
    sentence: {
      en: 'The revisions of the PDF refer to each other in a loop (at byte {at}).',
      zh: 'PDF 的修订版本互相指向，形成循环（第 {at} 字节）。',
    },
    remedy: {
      en: 'Do not trust this file; ask for one created anew.',
      zh: '请勿信任该文件，请索取重新生成的文件。',
    },
  },
  'pdf-object-misplaced': {
    kind: 'invalid',
    sentence: {
      en: 'Object {id} of the PDF is not where its cross-reference says (byte {at}).',
      zh: 'PDF 对象 {id} 不在交叉引用所指的位置（第 {at} 字节）。',
    },
    remedy: anew,
  },
  'pdf-object-broken': {
    kind: 'invalid',
    sentence: { en: 'Object {id} of the PDF is broken.', zh: 'PDF 对象 {id} 损坏。' },
    remedy: again,
  },
  'pdf-duplicate-object': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF defines object {id} twice in one revision.',
      zh: 'PDF 在同一修订版本中两次定义对象 {id}。',
    },
    remedy: twoContents,
  },
  'pdf-duplicate-key': {
    kind: 'invalid',
    sentence: {
      en: 'A dictionary of the PDF has the key /{key} twice (at byte {at}).',
      zh: 'PDF 的一个字典中键 /{key} 出现两次（第 {at} 字节）。',
    },
    remedy: twoContents,
  },
  'pdf-syntax-wrong': {
    kind: 'invalid',
    sentence: { en: 'The PDF has wrong syntax at byte {at}.', zh: 'PDF 第 {at} 字节处语法错误。' },
    remedy: again,
  },
  'pdf-stream-length': {
    kind: 'invalid',
    sentence: {
      en: 'Stream {id} of the PDF does not end where its /Length says.',
      zh: 'PDF 数据流 {id} 的实际长度与 /Length 不符。',
    },
    remedy: anew,
  },
  'pdf-stream-broken': {
    kind: 'invalid',
    sentence: {
      en: 'A stream of the PDF (at byte {at}) cannot be decoded.',
      zh: 'PDF 中位于第 {at} 字节的数据流无法解码。',
    },
    remedy: again,
  },
  'pdf-filter-unsupported': {
    kind: 'invalid',
    sentence: {
      en: 'A stream of the PDF that must be read (at byte {at}) uses the unsupported filter {filter}.',
      zh: 'PDF 中需要读取的数据流（第 {at} 字节）使用了不支持的过滤器 {filter}。',
    },
    remedy: {
      en: 'Have the file created anew with FlateDecode for attachments and object streams.',
      zh: '请重新生成文件，附件和对象流使用 FlateDecode。',
    },
  },
  'pdf-reference-loop': {
    kind: 'invalid',
    sentence: { en: 'Object {id} of the PDF refers to itself.', zh: 'PDF 对象 {id} 引用了自身。' },
    remedy: {
      en: 'Do not trust this file; ask for one created anew.',
      zh: '请勿信任该文件，请索取重新生成的文件。',
    },
  },
  'pdf-structure-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A required part of the PDF is missing or of the wrong kind: /{what}.',
      zh: 'PDF 的必要部分缺失或类型错误：/{what}。',
    },
    remedy: {
      en: 'Have the file created anew by a program that conforms to ISO 32000.',
      zh: '请用符合 ISO 32000 的程序重新生成。',
    },
  },
} as const satisfies CodeTable
