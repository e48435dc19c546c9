import { base64url, fromBase64url } from './base64url.ts'
import { decodeCbor, encodeCbor } from './cbor.ts'
import { dayOf, isCivilDate, textOfDay } from './civil-date.ts'
import { type Code, error } from './codes.ts'

/**
 * What the code printed on a licence says, signed by the vault's paper key: `FORMAT.md` beside this
 * package specifies it byte by byte. It is a COSE_Sign1 (RFC 9052) in deterministic CBOR.
 */
export interface QrClaims {
  /** 证照标识, GB/T 36904, with its OID root. */
  readonly identifier: string
  /** SHA-256 of the statement's bytes: 32 bytes. */
  readonly statementDigest: Uint8Array
  /** Civil dates such as `2026-11-23`, both inside the validity; `until: null` is 长期. */
  readonly validity: { readonly from: string; readonly until: string | null }
}

/** A token as read, its signature **not** checked yet: `toBeSigned` and `signature` go to Ed25519. */
export interface QrToken extends QrClaims {
  readonly version: 1
  /** The first 8 bytes of the SHA-256 of the paper key's SubjectPublicKeyInfo. */
  readonly keyId: Uint8Array
  /** Sig_structure of RFC 9052 §4.4. */
  readonly toBeSigned: Uint8Array
  readonly signature: Uint8Array
}

/** Longest text read: URL and fragment together. */
export const QR_TEXT_LIMIT = 2048
/** Longest token read, in bytes. */
const QR_TOKEN_LIMIT = 512

const KEY_ID_LENGTH = 8
const DIGEST_LENGTH = 32
const SIGNATURE_LENGTH = 64
const COSE_SIGN1 = 0xd2 // tag 18, in its only deterministic form
const EDDSA = -8
const HEADER = { alg: 1, kid: 4 } as const
const CLAIM = { version: 1, identifier: 2, statementDigest: 3, from: 4, until: 5 } as const
const VERSION = 1
const IDENTIFIER = /^[0-9A-Z]+(?:\.[0-9A-Z]+)*$/
const IDENTIFIER_LIMIT = 128

/**
 * Makes the token for a licence.
 *
 * @param signer signs with the vault's Ed25519 paper key, never a seal key
 * @param keyId 8 bytes, see {@link paperKeyId}
 * @throws VaultError `qr-identifier-wrong`, `qr-digest-wrong`, `qr-validity-wrong`, `qr-key-id-wrong`,
 * `qr-signature-wrong`
 */
export async function composeQrToken(
  claims: QrClaims,
  signer: { sign(bytes: Uint8Array): Promise<Uint8Array> },
  keyId: Uint8Array,
): Promise<Uint8Array> {
  const signature = await signer.sign(qrToBeSigned(claims, keyId))
  if (signature.length !== SIGNATURE_LENGTH) {
    throw error('qr-signature-wrong', { length: signature.length })
  }
  return tokenBytes(protectedHeader(keyId), payload(claims), signature)
}

/**
 * The bytes that the paper key signs: `["Signature1", protected, h'', payload]`.
 *
 * @throws VaultError `qr-identifier-wrong`, `qr-digest-wrong`, `qr-validity-wrong`, `qr-key-id-wrong`
 */
export function qrToBeSigned(claims: QrClaims, keyId: Uint8Array): Uint8Array {
  const fault = faultOf(claims, keyId)
  if (fault) throw error(fault)
  return encodeCbor(['Signature1', protectedHeader(keyId), new Uint8Array(0), payload(claims)])
}

/** The text of the QR code: `base` (such as `https://host/v`), `#`, the token in base64url. */
export function qrUrl(base: string, token: Uint8Array): string {
  return `${base}#${base64url(token)}`
}

/**
 * Reads the text of a scanned code: the whole URL or its fragment alone. Strict: one claim set has
 * exactly one token, anything else is refused. Whoever printed the code controls every byte.
 *
 * @throws VaultError `qr-too-long`, `qr-not-base64url`, `qr-not-a-token`, `qr-version-unknown`,
 * `qr-identifier-wrong`, `qr-digest-wrong`, `qr-validity-wrong`, `qr-key-id-wrong`, `qr-not-deterministic`
 */
export function readQrToken(text: string): QrToken {
  if (text.length > QR_TEXT_LIMIT) {
    throw error('qr-too-long', { length: text.length, limit: QR_TEXT_LIMIT })
  }
  const bytes = fromBase64url(text.slice(text.indexOf('#') + 1))
  if (!bytes) throw error('qr-not-base64url')
  const [header, body, signature] = readSign1(bytes)
  const claims = readPayload(body)
  const keyId = readKeyId(header)
  const toBeSigned = qrToBeSigned(claims, keyId)
  if (!equal(bytes, tokenBytes(protectedHeader(keyId), payload(claims), signature))) {
    throw error('qr-not-deterministic')
  }
  return { version: VERSION, ...claims, keyId, toBeSigned, signature }
}

/** The key id of a paper key: the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo (DER). */
export async function paperKeyId(publicKey: Uint8Array): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(publicKey))
  return new Uint8Array(digest).slice(0, KEY_ID_LENGTH)
}

function protectedHeader(keyId: Uint8Array): Uint8Array {
  return encodeCbor(
    new Map<number, number | Uint8Array>([
      [HEADER.alg, EDDSA],
      [HEADER.kid, keyId],
    ]),
  )
}

function payload(claims: QrClaims): Uint8Array {
  const { from, until } = claims.validity
  return encodeCbor(
    new Map<number, number | string | null | Uint8Array>([
      [CLAIM.version, VERSION],
      [CLAIM.identifier, claims.identifier],
      [CLAIM.statementDigest, claims.statementDigest],
      [CLAIM.from, dayOf(from)],
      [CLAIM.until, until === null ? null : dayOf(until)],
    ]),
  )
}

function tokenBytes(header: Uint8Array, body: Uint8Array, signature: Uint8Array): Uint8Array {
  const sign1 = encodeCbor([header, new Map(), body, signature])
  const bytes = new Uint8Array(sign1.length + 1)
  bytes[0] = COSE_SIGN1
  bytes.set(sign1, 1)
  return bytes
}

function readSign1(bytes: Uint8Array): readonly [Uint8Array, Uint8Array, Uint8Array] {
  if (bytes.length > QR_TOKEN_LIMIT || bytes[0] !== COSE_SIGN1) throw notAToken()
  const parts = strictly(bytes.subarray(1))
  if (!Array.isArray(parts) || parts.length !== 4) throw notAToken()
  const [header, , body, signature] = parts
  if (!isBytes(header) || !isBytes(body) || !isBytes(signature, SIGNATURE_LENGTH)) throw notAToken()
  return [header, body, signature]
}

function readKeyId(header: Uint8Array): Uint8Array {
  const map = strictly(header)
  const keyId = map instanceof Map ? map.get(HEADER.kid) : undefined
  if (!isBytes(keyId, KEY_ID_LENGTH)) throw error('qr-key-id-wrong')
  return keyId
}

/** The claims as they stand; whether they are sound is for {@link faultOf}, as when composing. */
function readPayload(bytes: Uint8Array): QrClaims {
  const map = strictly(bytes)
  const version = map instanceof Map ? map.get(CLAIM.version) : undefined
  if (!(map instanceof Map) || typeof version !== 'number') throw notAToken()
  if (version !== VERSION) throw error('qr-version-unknown', { version })
  const last = map.get(CLAIM.until)
  return {
    identifier: map.get(CLAIM.identifier),
    statementDigest: map.get(CLAIM.statementDigest),
    validity: {
      from: textOfDay(map.get(CLAIM.from)) ?? '',
      until: last === null ? null : (textOfDay(last) ?? ''),
    },
  }
}

type QrFault = Extract<Code, `qr-${string}`>

function faultOf(
  { identifier, statementDigest, validity }: QrClaims,
  keyId: Uint8Array,
): QrFault | undefined {
  if (!isBytes(keyId, KEY_ID_LENGTH)) return 'qr-key-id-wrong'
  if (!isIdentifier(identifier)) return 'qr-identifier-wrong'
  if (!isBytes(statementDigest, DIGEST_LENGTH)) return 'qr-digest-wrong'
  const { from, until } = validity
  if (!isCivilDate(from)) return 'qr-validity-wrong'
  if (until !== null && (!isCivilDate(until) || until < from)) return 'qr-validity-wrong'
  return undefined
}

function strictly(bytes: Uint8Array): unknown {
  try {
    return decodeCbor(bytes)
  } catch (cause) {
    throw notAToken(cause)
  }
}

function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && value.length <= IDENTIFIER_LIMIT && IDENTIFIER.test(value)
}

function isBytes(value: unknown, length?: number): value is Uint8Array {
  return value instanceof Uint8Array && (length === undefined || value.length === length)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function notAToken(cause?: unknown): Error {
  return error('qr-not-a-token', { limit: QR_TOKEN_LIMIT }, { cause })
}
