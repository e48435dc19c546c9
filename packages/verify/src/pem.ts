import { fromBase64 } from './bytes.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----/g

/** The certificates of a DER certificate or of PEM text; nothing when there is none. */
export function certificatesOf(given: Uint8Array | string): Uint8Array[] {
  if (typeof given !== 'string' && given[0] === 0x30) return [given]
  const text = typeof given === 'string' ? given : new TextDecoder().decode(given)
  const blocks = [...text.matchAll(BLOCK)].map(([, body]) => fromBase64((body ?? '').replaceAll(/\s/g, '')))
  return blocks.includes(undefined) ? [] : blocks.filter((der) => der !== undefined)
}
