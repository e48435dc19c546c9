import type { Words } from '@licencevault/errors'
import * as asn1js from 'asn1js'
import type { Element } from './asn1.ts'
import { certificate, pemBlock, publicKey } from './handed-over.ts'

/** How far into a file a PEM boundary is looked for: OpenSSL writes bag attributes before it. */
const pemWindow = 4096

/** What a file is that somebody took for a PKCS#12 container: people mix these up. */
export function whatItIsInstead(bytes: Uint8Array, element: Element | undefined): Words | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, pemWindow))
  const pem = head.match(/-----BEGIN ([A-Z0-9 ]{1,40})-----/)
  if (pem) return pemBlock(pem[1] ?? '')
  if (head.startsWith('\xfe\xed\xfe\xed') || head.startsWith('\xce\xce\xce\xce')) {
    return { en: 'a Java keystore', zh: 'Java 密钥库' }
  }
  if (!(element instanceof asn1js.Sequence)) return undefined
  const shape = element.valueBlock.value.map(tagName).join(', ')
  return shapes.find(([beginning]) => shape.startsWith(beginning))?.[1]
}

const universal = 1
const tagNames: Readonly<Record<number, string>> = {
  2: 'INTEGER',
  3: 'BITS',
  4: 'OCTETS',
  6: 'OID',
  16: 'SEQUENCE',
}

function tagName({ idBlock }: asn1js.AsnType): string {
  return (idBlock.tagClass === universal && tagNames[idBlock.tagNumber]) || `[${idBlock.tagNumber}]`
}

const shapes: readonly (readonly [string, Words])[] = [
  ['SEQUENCE, SEQUENCE, BITS', certificate],
  ['SEQUENCE, BITS', publicKey],
  ['SEQUENCE, OCTETS', { en: 'an encrypted PKCS#8 private key', zh: '加密的 PKCS#8 私钥' }],
  ['INTEGER, SEQUENCE, OCTETS', { en: 'a PKCS#8 private key', zh: '未加密的 PKCS#8 私钥' }],
  ['OID, [0]', { en: 'a CMS message', zh: 'CMS 消息' }],
]
