import * as asn1js from 'asn1js'
import type { Element } from './asn1.ts'

/** How far into a file a PEM boundary is looked for: OpenSSL writes bag attributes before it. */
const pemWindow = 4096

/** What a file is that somebody took for a PKCS#12 container: people mix these up. */
export function whatItIsInstead(bytes: Uint8Array, element: Element | undefined): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, pemWindow))
  const pem = head.match(/-----BEGIN ([A-Z0-9 ]{1,40})-----/)
  if (pem) return `PEM ${pem[1]}`
  if (head.startsWith('\xfe\xed\xfe\xed') || head.startsWith('\xce\xce\xce\xce')) return 'Java keystore'
  if (!(element instanceof asn1js.Sequence)) return undefined
  return shapes[element.valueBlock.value.map((member) => member.constructor.name).join(' ')]
}

const shapes: Readonly<Record<string, string>> = {
  'Sequence Sequence BitString': 'certificate',
  'Sequence BitString': 'public key',
  'Sequence OctetString': 'encrypted PKCS#8 private key',
  'Integer Sequence OctetString': 'PKCS#8 private key',
  'ObjectIdentifier Constructed': 'CMS message',
}
