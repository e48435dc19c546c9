import { constants, deflateRawSync } from 'node:zlib'
import { bytesOf } from './tiny-pdf.ts'

/** Bytes in their place: the first of these become those, which are as long. */
export function changed(file: Uint8Array, from: string, to: string): Uint8Array {
  const copy = file.slice()
  copy.set(bytesOf(to), latin1(file).indexOf(from))
  return copy
}

/** Changes the last byte of the CMS message, which ends with the signature value. */
export function withOtherSignature(file: Uint8Array): Uint8Array {
  const text = latin1(file)
  const start = text.indexOf('/Contents <') + '/Contents <'.length
  // A SEQUENCE with two octets of length.
  const end = start + (Number.parseInt(text.slice(start + 4, start + 8), 16) + 4) * 2
  const last = text[end - 1] ?? ''
  return changed(file, text.slice(start, end), `${text.slice(start, end - 1)}${last === '0' ? '1' : '0'}`)
}

/** Says in the CMS message, in its two places that nothing signs, that the digest is of another hash. */
export function withOtherDigestAlgorithm(file: Uint8Array): Uint8Array {
  const [sha256, sha224] = ['0609608648016503040201', '0609608648016503040204']
  return bytesOf(latin1(file).replaceAll(new RegExp(sha256, 'gi'), sha224))
}

/** Says in the CMS message, where nothing signs it, that the signature is SM2 with SM3. */
export function signedWithSm2(file: Uint8Array): Uint8Array {
  const [ecdsa, sm2] = ['06082a8648ce3d040302', '06082a811ccf55018375']
  const text = latin1(file)
  const at = text.toLowerCase().lastIndexOf(ecdsa)
  return bytesOf(text.slice(0, at) + sm2 + text.slice(at + ecdsa.length))
}

/** A file whose trailer says something more. */
export function withTrailer(file: Uint8Array, entry: string): Uint8Array {
  return bytesOf(latin1(file).replace(/trailer\s*<</, (start) => `${start} ${entry}`))
}

/** A whole zlib stream of 1 GB of zeros, 1 MB long. */
export function gigabyte(): Uint8Array {
  const megabyte = deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH })
  const adler = (2 ** 30 % 65_521) * 65_536 + 1
  const end = [
    0x01,
    0x00,
    0x00,
    0xff,
    0xff,
    adler >>> 24,
    (adler >>> 16) & 255,
    (adler >>> 8) & 255,
    adler & 255,
  ]
  return Buffer.concat([Uint8Array.of(0x78, 0x9c), ...Array(1024).fill(megabyte), Uint8Array.from(end)])
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
