import type { CodeTable } from '@licencevault/errors'

/** Why a PDF is not sealed; rows of the package's one table of codes. */
export const padesCodes = {
  'seal-placeholder-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF does not carry exactly one prepared, empty signature (found {count}).',
      zh: 'PDF 中预留的空白签名不是恰好一个（找到 {count} 个）。',
    },
    remedy: {
      en: 'Seal it with sealPdf, or prepare one signature dictionary with zeros in /ByteRange and /Contents.',
      zh: '请改用 sealPdf 签章，或预留一个 /ByteRange 和 /Contents 均为零的签名字典。',
    },
  },
  'seal-placeholder-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The prepared signature of the PDF cannot be filled: the entry {what} is not as it must be.',
      zh: 'PDF 预留的签名无法填写：条目 {what} 不符合要求。',
    },
    remedy: {
      en: "Prepare it uncompressed, with /M (D:00000000000000+00'00'), four ten-digit zeros in /ByteRange and a hexadecimal /Contents of zeros, in the last revision.",
      zh: "请在最后一个修订版本中以未压缩形式预留：/M (D:00000000000000+00'00')、/ByteRange 为四个十位零、/Contents 为全零十六进制串。",
    },
  },
  'seal-room-too-small': {
    kind: 'exhausted',
    sentence: {
      en: 'The signature takes {size} bytes, but only {room} are reserved for it in the PDF.',
      zh: '签名需要 {size} 字节，而 PDF 中只预留了 {room} 字节。',
    },
    remedy: { en: 'Sign with a shorter certificate chain.', zh: '请使用较短的证书链签名。' },
  },
  'seal-not-permitted': {
    kind: 'conflict',
    sentence: {
      en: 'The PDF was certified and permits no later change, so no seal can be added.',
      zh: '该 PDF 已认证且不允许任何后续更改，不能再加盖签章。',
    },
    remedy: {
      en: 'Seal an uncertified copy, or ask whoever certified it to certify with permission 2 or 3.',
      zh: '请对未认证的副本签章，或请认证方以权限 2 或 3 重新认证。',
    },
  },
  'seal-certify-not-first': {
    kind: 'conflict',
    sentence: {
      en: 'Only the first signature of a PDF can certify it; this one carries {count} already.',
      zh: '只有 PDF 的第一个签名可以作认证签名；该文件已有 {count} 个签名。',
    },
    remedy: {
      en: 'Leave `certify` out, or certify a copy without signatures.',
      zh: '请不传 `certify`，或对没有签名的副本认证。',
    },
  },
  'seal-field-taken': {
    kind: 'conflict',
    sentence: {
      en: 'The field “{field}” is already signed, or is not an empty signature field.',
      zh: '域“{field}”已签名，或不是空白签名域。',
    },
    remedy: { en: 'Name another field, or leave the name out.', zh: '请指定其他域名，或不指定。' },
  },
  'seal-field-restricted': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{field}” makes a demand that is not supported here: {what}.',
      zh: '域“{field}”含有本程序不支持的要求：{what}。',
    },
    remedy: { en: 'Seal in a new field.', zh: '请在新的域中签章。' },
  },
  'seal-option-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The seal cannot be made with this value of `{option}`: {value}.',
      zh: '选项 `{option}` 的值不可用于签章：{value}。',
    },
    remedy: { en: 'See the description of `SealOptions`.', zh: '请参阅 `SealOptions` 的说明。' },
  },
  'seal-page-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF has no page {page}; it has {pages}.',
      zh: 'PDF 没有第 {page} 页，共 {pages} 页。',
    },
    remedy: {
      en: 'Name a page that exists; pages are counted from 1.',
      zh: '请指定存在的页；页码从 1 开始。',
    },
  },
  'seal-text-unsupported': {
    kind: 'invalid',
    sentence: {
      en: 'The drawn seal can only show ASCII text; this has U+{code}.',
      zh: '绘制的印章只能显示 ASCII 文字；其中含有 U+{code}。',
    },
    remedy: {
      en: 'For other scripts, pass `content` and `resources` with an embedded font.',
      zh: '其他文字请通过 `content` 和 `resources` 传入带嵌入字体的外观。',
    },
  },
  'seal-trailing-bytes': {
    kind: 'invalid',
    sentence: {
      en: 'The PDF continues after its end, from byte {at} on.',
      zh: 'PDF 在结尾之后还有内容（自第 {at} 字节起）。',
    },
    remedy: { en: 'Have the file created anew before sealing it.', zh: '请重新生成文件后再签章。' },
  },
} as const satisfies CodeTable
