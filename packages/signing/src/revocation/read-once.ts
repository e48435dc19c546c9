import { type Crl, readCrl } from './crl.ts'

const read = new WeakMap<Uint8Array, Crl>()

/**
 * As readCrl, but the very same array is read once: what a cache gives out again and again would cost a
 * second for every million entries. For bytes that nobody changes, as those that were fetched.
 */
export function crlOnce(der: Uint8Array): Crl {
  const known = read.get(der)
  if (known) return known
  const crl = readCrl(der)
  read.set(der, crl)
  return crl
}
