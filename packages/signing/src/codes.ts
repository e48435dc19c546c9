import { errorsOf } from '@licencevault/errors'
import { padesCodes } from './pades/codes.ts'
import { pdfCodes } from './pdf/codes.ts'

/** Errors of this package: wrong calls and bytes that cannot be read. Findings are in `reasons.ts`. */
export const codes = {
  ...pdfCodes,
  ...padesCodes,
  'encoding-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The ASN.1 encoding is wrong at byte {offset}: {problem}.',
      zh: 'ASN.1 编码在第 {offset} 字节处有误：{problemZh}。',
    },
    remedy: {
      en: 'Check that the whole file was passed, in DER and not in PEM or Base64.',
      zh: '请确认传入的是完整的 DER 文件，而不是 PEM 或 Base64 文本。',
    },
  },
  'limit-exceeded': {
    kind: 'exhausted',
    sentence: {
      en: 'The input exceeds the limit `{name}` of {limit}.',
      zh: '输入超出上限 `{name}`（{limit}）。',
    },
    remedy: {
      en: 'No ordinary input reaches this limit; treat it as malicious or damaged.',
      zh: '正常文件不会达到该上限，请视为恶意构造或已损坏。',
    },
  },
  'certificate-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a certificate that conforms to RFC 5280: {problem}.',
      zh: '这不是符合 RFC 5280 的证书：{problemZh}。',
    },
    remedy: {
      en: 'Ask the certification authority for a correct certificate.',
      zh: '请向证书颁发机构索取正确的证书。',
    },
  },
  'crl-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a revocation list that conforms to RFC 5280: {problem}.',
      zh: '这不是符合 RFC 5280 的证书吊销列表：{problemZh}。',
    },
    remedy: {
      en: 'Get the list again from the certification authority.',
      zh: '请向证书颁发机构重新获取吊销列表。',
    },
  },
  'ocsp-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'This is not an OCSP response that conforms to RFC 6960: {problem}.',
      zh: '这不是符合 RFC 6960 的 OCSP 响应：{problemZh}。',
    },
    remedy: {
      en: 'Ask the responder again.',
      zh: '请重新查询 OCSP 响应者。',
    },
  },
  'roots-missing': {
    kind: 'invalid',
    sentence: {
      en: 'No trusted root was given, so nothing can be trusted.',
      zh: '未提供任何受信任的根证书，无法建立信任。',
    },
    remedy: {
      en: 'Pass at least one root certificate that you trust as `roots`.',
      zh: '请通过 `roots` 传入至少一张您信任的根证书。',
    },
  },
  'time-missing': {
    kind: 'invalid',
    sentence: {
      en: 'No time of judging was given, or it is not a valid date.',
      zh: '未给出判定时间，或该时间无效。',
    },
    remedy: {
      en: 'Pass `at`, a Date: now, or the time proven by a time-stamp or ledger receipt.',
      zh: '请传入 `at`（Date）：当前时间，或由时间戳、账本回执证明的时间。',
    },
  },
  'content-given-twice': {
    kind: 'invalid',
    sentence: {
      en: 'Both the content and its digest were given.',
      zh: '同时给出了内容和内容摘要。',
    },
    remedy: {
      en: 'Pass only one of `content` and `digest`.',
      zh: '`content` 与 `digest` 只能传入其一。',
    },
  },
  'content-needed': {
    kind: 'invalid',
    sentence: {
      en: 'Neither the content nor its digest was given.',
      zh: '未给出内容，也未给出内容摘要。',
    },
    remedy: {
      en: 'Pass what the time-stamp is to be over, as `content` or `digest`.',
      zh: '请以 `content` 或 `digest` 传入时间戳所针对的内容。',
    },
  },
  'timestamp-response-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a time-stamp response that conforms to RFC 3161: {problem}.',
      zh: '这不是符合 RFC 3161 的时间戳响应：{problemZh}。',
    },
    remedy: {
      en: 'Ask the time-stamp authority again.',
      zh: '请重新向时间戳机构申请。',
    },
  },
  'digest-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The digest is not a {hash} digest, which this identity signs with: {problem}.',
      zh: '该摘要不是此签名身份所用的 {hash} 摘要：{problemZh}。',
    },
    remedy: {
      en: 'Compute the digest with the hash of the algorithm table (`algorithms[signer.algorithm].hash`).',
      zh: '请使用算法表中的杂凑算法（`algorithms[signer.algorithm].hash`）计算摘要。',
    },
  },
  'identity-mismatch': {
    kind: 'invalid',
    sentence: {
      en: 'The certificate does not belong to the signing key: {problem}.',
      zh: '证书与签名密钥不匹配：{problemZh}。',
    },
    remedy: {
      en: 'Pass the key together with the certificate issued for it.',
      zh: '请传入密钥以及为该密钥签发的证书。',
    },
  },
  'signing-time-wrong': {
    kind: 'invalid',
    sentence: { en: 'The signing time is not a valid date.', zh: '签名时间无效。' },
    remedy: {
      en: 'Pass a Date between the years 1950 and 9999, or leave it out.',
      zh: '请传入 1950 年至 9999 年之间的 Date，或不传。',
    },
  },
  'crypto-missing': {
    kind: 'unavailable',
    sentence: {
      en: 'This page has no WebCrypto, so no signature can be verified.',
      zh: '当前页面没有 WebCrypto，无法验证签名。',
    },
    remedy: {
      en: 'Open the page over HTTPS or from localhost; browsers give plain HTTP no `crypto.subtle`.',
      zh: '请通过 HTTPS 或 localhost 打开页面；浏览器不向普通 HTTP 页面提供 `crypto.subtle`。',
    },
  },
  'oid-wrong': {
    kind: 'invalid',
    sentence: { en: '“{oid}” is not an object identifier.', zh: '“{oid}”不是对象标识符。' },
    remedy: {
      en: 'Write numbers separated by dots, such as 1.2.840.113549.1.7.1.',
      zh: '请使用点分数字形式，例如 1.2.840.113549.1.7.1。',
    },
  },
} as const

export const error = errorsOf(codes)
