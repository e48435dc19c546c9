import { type Element, malformed, tag } from '../asn1/reader.ts'
import { inSetOrder, requireDer } from '../asn1/strict.ts'
import { readOid } from '../asn1/values.ts'
import { limits } from '../limits.ts'
import { list } from './structure.ts'

/** Signed attributes by their identifier; every one with exactly one value. */
export type SignedAttributes = ReadonlyMap<string, Element>

/**
 * Reads signed attributes, and refuses whatever would let two readers see two things: another
 * encoding than DER, another order than DER's, an attribute twice, an attribute with several values.
 *
 * @throws VaultError `encoding-wrong`, `limit-exceeded`
 */
export function readSignedAttributes(field: Element): SignedAttributes {
  requireDer(field)
  const members = list(field, limits.attributes, 'attributes')
  if (!inSetOrder(members.map((member) => member.raw))) {
    throw malformed('signed attributes that are not in DER order', field.start)
  }
  const attributes = new Map<string, Element>()
  for (const member of members) {
    if (member.tag !== tag.sequence) throw malformed('an attribute of another type', member.start)
    const fields = member.inside('DER')
    const oid = readOid(fields.expect(tag.oid))
    const values = fields.expect(tag.set).inside()
    const value = values.next()
    if (!values.done) throw malformed('the attribute {oid} with several values', member.start, { oid })
    fields.finish()
    if (attributes.has(oid)) throw malformed('the attribute {oid} twice', member.start, { oid })
    attributes.set(oid, value)
  }
  return attributes
}

/** The bytes that are signed: the [0] element under the tag of a SET (RFC 5652 §5.4). */
export function signedBytes(field: Element): Uint8Array {
  const bytes = field.raw.slice()
  bytes[0] = tag.set
  return bytes
}
