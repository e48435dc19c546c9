import { type Element, malformed, Reader, tag } from '../asn1/reader.ts'
import { requireDer } from '../asn1/strict.ts'
import { readBoolean, readIntegerBytes, readOid, readSmallInteger } from '../asn1/values.ts'
import { joined } from '../cms/message.ts'
import { readSignedData, type SignedData } from '../cms/structure.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../crypto/scheme.ts'
import { readExtensionList } from '../extensions.ts'
import { type GeneralName, readGeneralName } from '../general-name.ts'
import { readPreciseTime } from './precise-time.ts'

/** What a time-stamp says (RFC 3161 §2.4.2 TSTInfo), read strictly and not judged. */
export interface TimeStamp {
  /** Object identifier of the policy under which it was made. */
  readonly policy: string
  readonly imprint: { readonly algorithm: AlgorithmIdentifier; readonly value: Uint8Array }
  /** Contents octets of its number. */
  readonly serial: Uint8Array
  /** When it was made. */
  readonly time: Date
  /** The same in microseconds since 1970, as finely as the authority writes it. */
  readonly timeUs: number
  /** By how many microseconds the time may be off; absent when it does not say. */
  readonly accuracyUs?: number
  /** Time-stamps of this authority can be ordered by their times, whatever the accuracy. */
  readonly ordering: boolean
  /** Contents octets of the nonce of the request. */
  readonly nonce?: Uint8Array
  /** Who the authority says it is. */
  readonly authority?: GeneralName
  /** Critical extensions, none of which is processed here. */
  readonly unknown: readonly string[]
}

const timeStampType = '1.2.840.113549.1.9.16.1.4'

/**
 * Reads what a time-stamp token says; nothing in it is proven. A verdict is `verifyTimeStamp`.
 *
 * @throws VaultError `encoding-wrong`, `limit-exceeded`, `certificate-wrong`
 */
export function readTimeStamp(token: Uint8Array): TimeStamp {
  return readInfo(readSignedData(token))
}

/** The TSTInfo that a signed message holds. */
export function readInfo(data: SignedData): TimeStamp {
  if (data.contentType !== timeStampType) {
    throw malformed('content of type {kind}, not a time-stamp', 0, { kind: data.contentType })
  }
  const file = new Reader(joined(data.content ?? []))
  const outer = file.expect(tag.sequence)
  file.finish()
  requireDer(outer)
  const fields = outer.inside()
  const version = readSmallInteger(fields.expect(tag.integer))
  if (version !== 1) throw malformed('a time-stamp of version {version}', outer.start, { version })
  const policy = readOid(fields.expect(tag.oid))
  const imprint = readImprint(fields.expect(tag.sequence))
  const serial = readIntegerBytes(fields.expect(tag.integer))
  const time = readPreciseTime(fields.expect(tag.generalizedTime))
  const accuracy = fields.optional(tag.sequence)
  const ordering = fields.optional(tag.boolean)
  const nonce = fields.optional(tag.integer)
  const authority = fields.optional(tag.context(0))
  const extensions = fields.optional(tag.context(1))
  fields.finish()
  return {
    policy,
    imprint,
    serial,
    ...time,
    ...(accuracy && { accuracyUs: readAccuracy(accuracy) }),
    ordering: ordering ? readBoolean(ordering) : false,
    ...(nonce && { nonce: readIntegerBytes(nonce) }),
    ...(authority && { authority: readAuthority(authority) }),
    unknown: extensions
      ? readExtensionList(extensions)
          .filter(({ critical }) => critical)
          .map(({ oid }) => oid)
      : [],
  }
}

function readImprint(element: Element): TimeStamp['imprint'] {
  const fields = element.inside()
  const algorithm = readAlgorithmIdentifier(fields.expect(tag.sequence))
  const value = fields.expect(tag.octetString).contents
  fields.finish()
  return { algorithm, value }
}

function readAccuracy(element: Element): number {
  const fields = element.inside()
  const seconds = fields.optional(tag.integer)
  const millis = fields.optional(tag.contextPrimitive(0))
  const micros = fields.optional(tag.contextPrimitive(1))
  fields.finish()
  const part = (field: Element | undefined) => {
    if (!field) return 0
    const value = readSmallInteger(field)
    if (value < 1 || value > 999) throw malformed('a part of an accuracy outside 1 to 999', field.start)
    return value
  }
  const whole = seconds ? readSmallInteger(seconds) : 0
  // A century of doubt is more than any clock has, and keeps what is added to it exact.
  if (whole > 3_200_000_000) throw malformed('a part of an accuracy outside 1 to 999', element.start)
  return whole * 1_000_000 + part(millis) * 1_000 + part(micros)
}

function readAuthority(explicit: Element): GeneralName {
  const reader = explicit.inside()
  const name = readGeneralName(reader.next())
  reader.finish()
  return name
}
