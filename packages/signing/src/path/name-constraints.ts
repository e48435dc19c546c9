import type { Details } from '@licencevault/errors'
import { type Element, tag } from '../asn1/reader.ts'
import type { Certificate } from '../certificate.ts'
import { error } from '../codes.ts'
import { describeName, type GeneralName, readGeneralName } from '../general-name.ts'
import { limits } from '../limits.ts'
import { type Problem, problemOf } from '../problems.ts'
import type { Work } from '../work.ts'
import { emailMatches, hostMatches, hostOf, isHostName, isMailbox } from './hosts.ts'

/** The names that an issuer may, and may not, certify (RFC 5280 §4.2.1.10). */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

/** Why a name is not allowed. */
export interface NameFinding {
  readonly reason: 'name-not-permitted' | 'name-excluded' | 'name-constraint-unsupported'
  readonly name: string
}

/** Reads the value of a name constraints extension. */
export function readNameConstraints(value: Element): NameConstraints {
  const fields = value.inside()
  const permitted = fields.optional(tag.context(0))
  const excluded = fields.optional(tag.context(1))
  fields.finish()
  if (!permitted && !excluded) throw wrong('a name constraint that constrains nothing')
  return { permitted: permitted ? subtrees(permitted) : [], excluded: excluded ? subtrees(excluded) : [] }
}

function subtrees(list: Element): readonly GeneralName[] {
  const reader = list.inside()
  const bases: GeneralName[] = []
  do {
    if (bases.length >= limits.generalNames) {
      throw error('limit-exceeded', { name: 'generalNames', limit: limits.generalNames })
    }
    const fields = reader.expect(tag.sequence).inside()
    const base = readGeneralName(fields.next())
    // RFC 5280: minimum is 0, which DER leaves out, and maximum is absent. Others mean other subtrees.
    if (!fields.done) throw wrong('a name constraint with a minimum or a maximum')
    if (base.kind === 'ip') requireNetwork(base.bytes)
    bases.push(base)
  } while (!reader.done)
  return bases
}

function requireNetwork(bytes: Uint8Array): void {
  if (bytes.length !== 8 && bytes.length !== 32) {
    throw wrong('an IP address of {bytes} bytes', { bytes: bytes.length })
  }
  const mask = bytes.subarray(bytes.length / 2)
  const bits = [...mask].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  if (bits.includes('01')) throw wrong('an IP mask with holes')
}

/** The names a certificate is issued to: its alternative names, its subject, and e-mail addresses in that. */
export function namesOf(
  { subject }: Certificate,
  alternative: readonly GeneralName[] | undefined,
): readonly GeneralName[] {
  const names: GeneralName[] = alternative ? [...alternative] : []
  if (!subject.empty) names.push({ kind: 'directory', name: subject })
  for (const value of subject.getAll(emailAddress)) names.push({ kind: 'email', value })
  return names
}

const emailAddress = '1.2.840.113549.1.9.1'

/**
 * Holds names to the constraints of every issuer above: each issuer that permits names of a form must
 * permit this one (so permitted sets intersect), and none may exclude it (so excluded sets unite).
 */
export function judgeNames(
  names: readonly GeneralName[],
  constraints: readonly NameConstraints[],
  work: Work,
): NameFinding | undefined {
  for (const name of names) {
    for (const { permitted, excluded } of constraints) {
      const outside = within(name, excluded, work, overlaps)
      if (outside === 'unsupported') return found('name-constraint-unsupported', name)
      if (outside === 'yes') return found('name-excluded', name)
      const inside = within(name, permitted, work, matches)
      if (inside === 'unsupported') return found('name-constraint-unsupported', name)
      if (inside === 'no') return found('name-not-permitted', name)
    }
  }
  return undefined
}

function found(reason: NameFinding['reason'], name: GeneralName): NameFinding {
  return { reason, name: describeName(name) }
}

type Answer = 'yes' | 'no' | 'unsupported' | 'no-such-form'

/** Whether the name lies in one of the subtrees of its form. */
function within(
  name: GeneralName,
  bases: readonly GeneralName[],
  work: Work,
  compare: (name: GeneralName, base: GeneralName) => Answer,
): Answer {
  let answer: Answer = 'no-such-form'
  for (const base of bases) {
    if (base.kind !== name.kind) continue
    if (--work.comparisons < 0) throw new NamesExhausted()
    const one = compare(name, base)
    if (one === 'unsupported' || one === 'yes') return one
    answer = answer === 'no-such-form' ? one : answer === 'no' || one === 'no' ? 'no' : answer
  }
  return answer
}

/** So many names and constraints that comparing them is given up. */
export class NamesExhausted extends Error {}

/** A wildcard stands for every host one level down, so it also is what is excluded there. */
function overlaps(name: GeneralName, base: GeneralName): Answer {
  const answer = matches(name, base)
  if (answer !== 'no' || name.kind !== 'dns' || base.kind !== 'dns' || !name.value.startsWith('*.'))
    return answer
  const above = base.value.slice(base.value.indexOf('.') + 1)
  return yes(above.toLowerCase() === name.value.slice(2).toLowerCase())
}

function matches(name: GeneralName, base: GeneralName): Answer {
  if (name.kind === 'directory' && base.kind === 'directory') return yes(name.name.startsWith(base.name))
  if (name.kind === 'dns' && base.kind === 'dns') {
    // A name that is no host name could be anything to whoever reads it.
    if (!isHostName(name.value, true) || !(base.value === '' || isHostName(base.value))) return 'unsupported'
    return yes(hostMatches(name.value, base.value, 'dns'))
  }
  if (name.kind === 'email' && base.kind === 'email') {
    const right = base.value.includes('@') ? isMailbox(base.value) : isHostName(base.value.replace(/^\./, ''))
    if (!isMailbox(name.value) || !right) return 'unsupported'
    return yes(emailMatches(name.value, base.value))
  }
  if (name.kind === 'uri' && base.kind === 'uri') {
    const host = hostOf(name.value)
    if (host === undefined || !isHostName(base.value.replace(/^\./, ''))) return 'unsupported'
    return yes(hostMatches(host, base.value, 'uri'))
  }
  if (name.kind === 'ip' && base.kind === 'ip') {
    if (name.bytes.length !== 4 && name.bytes.length !== 16) return 'unsupported'
    if (base.bytes.length !== name.bytes.length * 2) return 'no'
    const size = name.bytes.length
    return yes(
      name.bytes.every((byte, i) => ((byte ^ (base.bytes[i] ?? 0)) & (base.bytes[size + i] ?? 255)) === 0),
    )
  }
  // Two kinds of other names have nothing to do with each other; what lies in one of them is not known here.
  if (name.kind === 'other' && base.kind === 'other' && name.oid !== base.oid) return 'no-such-form'
  return 'unsupported'
}

const yes = (right: boolean): Answer => (right ? 'yes' : 'no')

function wrong(problem: Problem, details?: Details): Error {
  return error('certificate-wrong', problemOf(problem, details))
}
