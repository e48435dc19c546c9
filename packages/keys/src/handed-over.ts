import type { Words } from '@licencevault/errors'

/** What people hand over in place of a private key or a container, as a sentence names it. */

export const certificate: Words = { en: 'a certificate', zh: '证书' }
export const publicKey: Words = { en: 'a public key', zh: '公钥' }
export const publicJwk: Words = { en: 'a public JWK', zh: '公钥（JWK）' }
export const symmetricKey: Words = { en: 'a symmetric key', zh: '对称密钥' }

/** A PEM text, by the label of its first block: capital letters, digits and spaces, at most 40. */
export function pemBlock(label: string): Words {
  return { en: `PEM with a block “${label}”`, zh: `含有“${label}”块的 PEM 文本` }
}
