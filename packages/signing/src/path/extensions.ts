import type { Details } from '@licencevault/errors'
import { type Element, Reader, tag } from '../asn1/reader.ts'
import { requireDer } from '../asn1/strict.ts'
import { readOid, readSmallInteger } from '../asn1/values.ts'
import type { Certificate } from '../certificate.ts'
import { error } from '../codes.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { describeName, type GeneralName, readGeneralNames } from '../general-name.ts'
import { limits } from '../limits.ts'
import { type Problem, problemOf } from '../problems.ts'
import { isHostName } from './hosts.ts'
import { type NameConstraints, readNameConstraints } from './name-constraints.ts'

/** What a certificate's extensions say to a path. A field that is absent was not in the certificate. */
export interface PathExtensions {
  readonly alternativeNames?: readonly GeneralName[]
  readonly nameConstraints?: NameConstraints
  /** Object identifiers of the policies; qualifiers are for people and constrain nothing. */
  readonly policies?: readonly string[]
  /** Issuer's policy and subject's policy, in the order of the certificate. */
  readonly mappings?: readonly (readonly [string, string])[]
  readonly requireExplicitPolicy?: number
  readonly inhibitPolicyMapping?: number
  readonly inhibitAnyPolicy?: number
}

export const anyPolicy = '2.5.29.32.0'

type Parsed = { -readonly [K in keyof PathExtensions]: PathExtensions[K] }

const parsers: Readonly<Record<string, (value: Element, into: Parsed) => void>> = {
  [extensionOids.subjectAltName]: (value, into) => {
    into.alternativeNames = readGeneralNames(sequence(value)).map(requireForm)
  },
  [extensionOids.issuerAltName]: (value) => {
    readGeneralNames(sequence(value))
  },
  [extensionOids.nameConstraints]: (value, into) => {
    into.nameConstraints = readNameConstraints(sequence(value))
  },
  [extensionOids.certificatePolicies]: (value, into) => {
    into.policies = readPolicies(sequence(value))
  },
  [extensionOids.policyMappings]: (value, into) => {
    into.mappings = readMappings(sequence(value))
  },
  [extensionOids.policyConstraints]: (value, into) => {
    const fields = sequence(value).inside()
    const explicit = fields.optional(tag.contextPrimitive(0))
    const mapping = fields.optional(tag.contextPrimitive(1))
    fields.finish()
    if (!explicit && !mapping) throw wrong('policy constraints that constrain nothing')
    if (explicit) into.requireExplicitPolicy = readSmallInteger(explicit)
    if (mapping) into.inhibitPolicyMapping = readSmallInteger(mapping)
  },
  [extensionOids.inhibitAnyPolicy]: (value, into) => {
    if (value.tag !== tag.integer) throw wrong('an extension of another type than its identifier says')
    into.inhibitAnyPolicy = readSmallInteger(value)
  },
}

/** Extensions that {@link pathExtensions} reads; a rule about their meaning stands beside it. */
export const readOids: readonly string[] = Object.keys(parsers)

const known = new WeakMap<Certificate, PathExtensions>()

/**
 * Reads the extensions that only a path has use for; of one certificate once.
 *
 * @throws VaultError `certificate-wrong`, `encoding-wrong`, `limit-exceeded`
 */
export function pathExtensions(certificate: Certificate): PathExtensions {
  const before = known.get(certificate)
  if (before) return before
  const parsed: Parsed = {}
  for (const { oid, value } of certificate.extensions.all) {
    const parse = parsers[oid]
    if (!parse) continue
    const reader = new Reader(value)
    const element = reader.next()
    reader.finish()
    if (element.tag & 0x20) requireDer(element)
    parse(element, parsed)
  }
  requireHolder(certificate, parsed)
  known.set(certificate, parsed)
  return parsed
}

/** A name is of the form that it says: what is no host, mailbox or address names nobody. */
function requireForm(name: GeneralName): GeneralName {
  const right =
    (name.kind !== 'dns' || isHostName(name.value, true)) &&
    (name.kind !== 'ip' || name.bytes.length === 4 || name.bytes.length === 16) &&
    (name.kind !== 'uri' || /^[a-z][a-z0-9+.-]*:./i.test(name.value))
  if (!right) throw wrong('the alternative name {name}', { name: describeName(name) })
  return name
}

/** Somebody is named, so that nobody can overlook it (RFC 5280 §4.1.2.6). */
function requireHolder({ subject, extensions }: Certificate, { alternativeNames }: PathExtensions): void {
  if (!subject.empty) return
  const critical = extensionOf(extensions, extensionOids.subjectAltName)?.critical ?? false
  if (!alternativeNames || !critical) throw wrong('no subject, and no critical alternative name instead')
}

function readPolicies(list: Element): readonly string[] {
  const policies: string[] = []
  for (const member of members(list)) {
    const fields = member.inside()
    const oid = readOid(fields.expect(tag.oid))
    const qualifiers = fields.optional(tag.sequence)
    fields.finish()
    if (qualifiers) for (const one of members(qualifiers)) readOid(one.inside().expect(tag.oid))
    if (policies.includes(oid)) throw wrong('the policy {oid} twice', { oid })
    policies.push(oid)
  }
  return policies
}

function readMappings(list: Element): readonly (readonly [string, string])[] {
  return members(list).map((member) => {
    const fields = member.inside()
    const pair = [readOid(fields.expect(tag.oid)), readOid(fields.expect(tag.oid))] as const
    fields.finish()
    return pair
  })
}

/** The sequences inside a SEQUENCE OF that may not be empty. */
function members(list: Element): readonly Element[] {
  const reader = list.inside()
  const found: Element[] = []
  do {
    if (found.length >= limits.policies) {
      throw error('limit-exceeded', { name: 'policies', limit: limits.policies })
    }
    found.push(reader.expect(tag.sequence))
  } while (!reader.done)
  return found
}

function sequence(value: Element): Element {
  if (value.tag !== tag.sequence) throw wrong('an extension of another type than its identifier says')
  return value
}

function wrong(problem: Problem, details?: Details): Error {
  return error('certificate-wrong', problemOf(problem, details))
}
