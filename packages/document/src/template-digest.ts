import { canonicalise } from '@licencevault/licence'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Template } from './template.ts'

/** The canonical JSON (RFC 8785) of a template, in UTF-8: what a catalogue keeps and a digest names. */
export function templateBytes(template: Template): Uint8Array {
  return canonicalise(template)
}

/** SHA-256 of {@link templateBytes}, lower-case hex: what `statement.template` and `type.template` hold. */
export function templateDigest(template: Template): string {
  return bytesToHex(sha256(templateBytes(template)))
}
