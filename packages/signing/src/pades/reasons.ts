import type { CodeRow } from '@licencevault/errors'
import { pdfCodes } from '../pdf/codes.ts'
import { reasons } from '../reasons.ts'
import type { ReasonRow } from '../report.ts'

const original = {
  en: 'Do not rely on this file; ask the holder or the issuer for the original.',
  zh: '请勿采信该文件；请向持有人或签发方索取原件。',
}
const anew = {
  en: 'Ask the issuer for a correctly sealed file; its sealing software is wrong, or the file was tampered with.',
  zh: '请要求签发方提供正确签章的文件；其签章软件有误，或文件遭到篡改。',
}

/** Findings about how a seal sits in its PDF; those about the seal itself are in the CMS table. */
const ownReasons = {
  'signature-none': {
    subIndication: 'FORMAT_FAILURE',
    sentence: { en: 'The PDF carries no signature.', zh: '该 PDF 没有任何签名。' },
    remedy: {
      en: 'Ask the issuer for the sealed file; a scan, a print or a copy made by printing has no seal.',
      zh: '请向签发方索取已签章的文件；扫描件、打印件或另存的副本不带签章。',
    },
  },
  'bytes-after-end': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: '{bytes} more bytes follow the last complete end of the PDF (from byte {at}): it was cut off while being saved or sent, or something was appended.',
      zh: 'PDF 最后一个完整结尾之后还有 {bytes} 字节（从第 {at} 字节起）：文件在保存或传输时被截断，或末尾被附加了内容。',
    },
    remedy: {
      en: 'Fetch the file again from whoever issued it.',
      zh: '请向出具方重新获取文件。',
    },
  },
  'signatures-several': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The PDF carries {count} signatures ({fields}) where one was expected.',
      zh: '该 PDF 带有 {count} 个签名（{fields}），而预期只有一个。',
    },
    remedy: {
      en: "If several signers are usual here, verify with `signatures: 'several'`; otherwise ask for the original.",
      zh: "若此处允许多方签名，请使用 `signatures: 'several'` 验证；否则请索取原件。",
    },
  },
  'sub-filter-not-allowed': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The signature is of the kind {subFilter}, which is not accepted here.',
      zh: '签名类型为 {subFilter}，此处不接受。',
    },
    remedy: {
      en: 'Ask for a PAdES signature (ETSI.CAdES.detached), or knowingly accept this kind with `subFilters`.',
      zh: '请索取 PAdES 签名（ETSI.CAdES.detached），或通过 `subFilters` 明确接受该类型。',
    },
  },
  'byte-range-missing': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signature does not state directly, in numbers, which bytes it covers (/ByteRange).',
      zh: '签名没有直接写明其覆盖的字节范围（/ByteRange）。',
    },
    remedy: anew,
  },
  'byte-range-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signature should cover everything but its own value, but claims another range: {range}; its value is at {contents}.',
      zh: '签名本应覆盖除签名值之外的全部内容，但其声称的范围为 {range}；签名值位于 {contents}。',
    },
    remedy: original,
  },
  'byte-range-short': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The signature covers the file up to byte {covered}, but the revision it was made in extends to byte {end}.',
      zh: '签名只覆盖到第 {covered} 字节，而其所在修订版本到第 {end} 字节才结束。',
    },
    remedy: original,
  },
  'contents-missing': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The value of the signature (/Contents) is missing, or is not written in hexadecimal where it belongs.',
      zh: '签名值（/Contents）缺失，或未在应有位置以十六进制写出。',
    },
    remedy: anew,
  },
  'contents-not-filled': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'A place for the seal was prepared but never filled: the file was not sealed.',
      zh: '签章位置已预留但未填写：该文件未经签章。',
    },
    remedy: { en: 'Ask the issuer for the sealed file.', zh: '请向签发方索取已签章的文件。' },
  },
  'contents-encoding-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The value of the signature (/Contents) is not a single DER structure written in an even number of hexadecimal digits of one case.',
      zh: '签名值（/Contents）不是由偶数个十六进制数字（大小写统一）构成的单个 DER 结构。',
    },
    remedy: original,
  },
  'padding-not-zero': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'Only zeros may follow the signature in its value, but {count} other bytes do, from byte {at} on.',
      zh: '签名值之后本应全为零，却另有内容：自第 {at} 字节起共 {count} 字节。',
    },
    remedy: original,
  },
  'envelope-wrong': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'A part of the signature that nothing protects is not written in the one way its standard allows: {problem}.',
      zh: '签名中未受保护的部分不符合标准规定的唯一写法：{problemZh}。',
    },
    remedy: original,
  },
  'signers-not-one': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'One signature of the PDF holds {count} signers where PAdES allows exactly one.',
      zh: 'PDF 的一个签名中有 {count} 个签名者，而 PAdES 只允许一个。',
    },
    remedy: anew,
  },
  'changed-after-seal': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'The file was changed after it was sealed, in a way that the seal does not permit: {what}. Later revisions: {revisions}; objects changed or added: {changed}{where}.',
      zh: '文件在签章后被更改，且该签章不允许这样的更改：{whatZh}。其后又保存 {revisions} 次，更改或新增对象 {changed} 个{whereZh}。',
    },
    remedy: original,
  },
  'changes-not-judged': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The file was changed after it was sealed, too much for it to be judged whether that was permitted. Later revisions: {revisions}; objects changed or added: {changed}{where}.',
      zh: '文件在签章后又保存 {revisions} 次，更改或新增对象 {changed} 个{whereZh}；更改过多，未能判定是否被允许。',
    },
    remedy: {
      en: 'Compare it with the sealed revision, or ask for the file as it was sealed.',
      zh: '请与签章时的版本比对，或索取签章时的原始文件。',
    },
  },
  'annotated-after-seal': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'After it was sealed, the file was given annotations that can pass for content of the document: {what}. The seal permits annotations.',
      zh: '文件在签章后被添加了可能被误认为正文的注释：{whatZh}。该签章允许添加注释。',
    },
    remedy: {
      en: 'Look at the file as it was sealed, without the annotations, or ask for it.',
      zh: '请查看签章时未加注释的版本，或索取该版本。',
    },
  },
  'bytes-after-seal': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'Bytes that belong to nothing in the document follow what was sealed: {bytes}, from byte {at} on.',
      zh: '已签章内容之后另有 {bytes} 字节（从第 {at} 字节起），不属于文档的任何部分。',
    },
    remedy: original,
  },
  'certification-missing': {
    subIndication: 'SIG_CONSTRAINTS_FAILURE',
    sentence: {
      en: 'The seal should certify the document with a permission of at most P = {demanded}; found: {permission}.',
      zh: '签章未按要求的权限（P ≤ {demanded}）认证文档；实际为：{permissionZh}。',
    },
    remedy: {
      en: 'Ask the issuer for a certified file (DocMDP).',
      zh: '请向签发方索取经认证（DocMDP）的文件。',
    },
  },
  'certification-inconsistent': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'What the document says about its certification and what the seal says do not agree: {problem}.',
      zh: '文档所声明的认证与签章不一致：{problemZh}。',
    },
    remedy: original,
  },
  'attachment-name-twice': {
    subIndication: 'FORMAT_FAILURE',
    sentence: {
      en: 'Two attachments have the name “{name}”: different programs would use different ones.',
      zh: '有两个附件同名（“{name}”）：不同程序会取用不同的附件。',
    },
    remedy: original,
  },
  'not-checked': reasons['not-reached'],
} as const satisfies Readonly<Record<string, ReasonRow>>

/** Reasons that leave it open whether the file is right: it was not read, or not to the end. */
export const unread: ReadonlySet<string> = new Set([
  'pdf-too-large',
  'pdf-too-deep',
  'pdf-too-many',
  'pdf-stream-too-large',
  'pdf-encrypted',
  'pdf-hybrid',
  'pdf-filter-unsupported',
])

/** Why a PDF was not read, as findings. */
const readingReasons = Object.fromEntries(
  Object.entries<CodeRow>(pdfCodes).map(([code, { sentence, remedy }]) => [
    code,
    { sentence, remedy, subIndication: unread.has(code) ? 'CUSTOM' : 'FORMAT_FAILURE' },
  ]),
) as Readonly<Record<keyof typeof pdfCodes, ReasonRow>>

/** Every reason that a check of a PDF can have, with its words, beside those of the signature itself. */
export const padesReasons = { ...ownReasons, ...readingReasons }

/** The stable word of such a reason. */
export type PadesReason = keyof typeof padesReasons

/** What each check says when it passes. */
export const padesSentences = {
  'pdf-structure': {
    en: 'The PDF is complete and can be read in only one way.',
    zh: 'PDF 结构完整、解析结果唯一。',
  },
  'signature-present': {
    en: 'The PDF carries a signature in the field {field}.',
    zh: 'PDF 的 {field} 域中有签名。',
  },
  'signature-format': {
    en: 'The signature is of the accepted kind {subFilter}.',
    zh: '签名类型 {subFilter} 可接受。',
  },
  'byte-range': {
    en: 'The signature covers all {covered} bytes of its revision except its own value.',
    zh: '签名覆盖其修订版本的全部 {covered} 字节（签名值本身除外）。',
  },
  'signature-encoding': {
    en: 'The value of the signature is a single DER structure, followed only by zeros.',
    zh: '签名值为单个 DER 结构，其后只有零。',
  },
  'signature-envelope': {
    en: 'The parts of the signature that it does not cover are written in the one way the standard allows.',
    zh: '签名未覆盖的部分按标准规定的唯一方式书写。',
  },
  'signer-one': { en: 'The signature has exactly one signer.', zh: '签名有且只有一个签名者。' },
  'nothing-after-seal': { en: 'Nothing was added after the seal.', zh: '签章之后没有追加任何内容。' },
  certification: {
    en: 'What the document says about its certification agrees with the seal (permission: {permission}).',
    zh: '文档所声明的认证与签章一致（权限：{permissionZh}）。',
  },
  attachments: {
    en: 'All attachments ({count}) can be read, each under its own name.',
    zh: '附件（共 {count} 个）均可读取，且名称各不相同。',
  },
} as const

/** What `nothing-after-seal` says where something was added that may be. */
export const permittedSentence = {
  en: 'After the seal only what it permits was done: {what}.',
  zh: '签章之后只进行了其允许的操作：{whatZh}。',
}

export type PadesCheck = keyof typeof padesSentences
