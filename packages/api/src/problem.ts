import { type Details, type Kind, shortened, type VaultError, type Words } from '@licencevault/errors'
import { messageOf } from './agreement.ts'

/**
 * How an error travels: `grpc-status-details-bin` holds a `google.rpc.Status` with an ErrorInfo (our word
 * code as `reason`), a LocalizedMessage in English and one in Chinese (what is wrong, then in a second line
 * what to do), and a BadRequest where fields are to blame.
 */
export interface Problem {
  /** gRPC status code. */
  readonly status: number
  readonly code: string
  readonly sentence: Words
  readonly remedy: Words
  /** What filled the sentence, as texts. */
  readonly details: Readonly<Record<string, string>>
  readonly violations: readonly Violation[]
}

/** A field of the request that is to blame. */
export interface Violation {
  /** Where, such as `order.fields.address` or `order.holders[0].code`. */
  readonly field: string
  /** The word code of what is wrong there. */
  readonly description: string
}

const DOMAIN = 'licencevault'
export const DETAILS_KEY = 'grpc-status-details-bin'

/** The gRPC status of each kind of error; each kind has its own, so that a client knows the kind again. */
export const statusOfKind: Readonly<Record<Kind, number>> = {
  invalid: 3, // INVALID_ARGUMENT
  missing: 5, // NOT_FOUND
  conflict: 9, // FAILED_PRECONDITION
  denied: 7, // PERMISSION_DENIED
  exhausted: 8, // RESOURCE_EXHAUSTED
  unavailable: 14, // UNAVAILABLE
}

/** What an error says, ready to travel. */
export function problemOf(error: VaultError, { status, violations = [] }: Partial<Problem> = {}): Problem {
  const { code, sentence, remedy, kind } = error
  return {
    status: status ?? statusOfKind[kind],
    code,
    sentence,
    remedy,
    details: textsOf(error.details),
    violations,
  }
}

function textsOf(details: Details): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
}

interface Any {
  /** Named as protobufjs has it built in. */
  readonly type_url: string
  readonly value: Uint8Array
}
interface Status {
  readonly code: number
  readonly message: string
  readonly details: readonly Any[]
}
interface ErrorInfo {
  readonly reason: string
  readonly domain: string
  readonly metadata: Readonly<Record<string, string>>
}
interface LocalizedMessage {
  readonly locale: string
  readonly message: string
}
interface BadRequest {
  readonly fieldViolations: readonly Violation[]
}

const prefix = 'type.googleapis.com/'

/** What ends a call: `grpc-message`, and the bytes of `grpc-status-details-bin`. */
export interface Trailers {
  readonly message: string
  readonly details: Buffer
}

/**
 * Bytes that both may take as they travel. Peers of the C core (Python, C++, Ruby …) refuse metadata of more than
 * 16 KB, and from 8 KB on some of it; the call's other trailers need a little of that too.
 */
const MAX_TRAILERS = 6_000

/**
 * Writes a problem so that every peer can take it in: of a long one the texts are cut, and of many violations the
 * first are named; `violationsLeftOut` in the details says how many are not.
 */
export function trailersOf(problem: Problem): Trailers {
  const { violations } = problem
  const bare = { ...problem, details: withoutFindings(problem), violations: [] }
  // At least half of the room is for the fields, if there are any.
  const forTexts = violations.length > 0 ? MAX_TRAILERS / 2 : MAX_TRAILERS
  const texts = lengths.map((most) => cutTo(most, bare)).find((cut) => sizeOf(cut) <= forTexts)
  return written(withViolations(texts ?? cutTo(SHORTEST, bare), violations))
}

const SHORTEST = 50
const lengths = [Number.POSITIVE_INFINITY, 800, 400, 200, 100, SHORTEST] as const

/** Findings are told as violations: once is enough. */
function withoutFindings({ details, violations }: Problem): Problem['details'] {
  const { findings: _, ...others } = details
  return violations.length > 0 ? others : details
}

function cutTo(most: number, { sentence, remedy, details, ...rest }: Problem): Problem {
  const cut = (text: string) => shortened(wellFormed(text), most)
  const entries = Object.entries(details).slice(0, most === Number.POSITIVE_INFINITY ? undefined : 8)
  return {
    ...rest,
    sentence: { en: cut(sentence.en), zh: cut(sentence.zh) },
    remedy: { en: cut(remedy.en), zh: cut(remedy.zh) },
    details: Object.fromEntries(entries.map(([name, text]) => [name, cut(text)])),
  }
}

/** Half a character cannot be percent-encoded. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** With as many violations as there is room for: found by halving, since more never take less. */
function withViolations(problem: Problem, all: readonly Violation[]): Problem {
  const withFirst = (count: number): Problem => {
    const violations = all
      .slice(0, count)
      .map(({ field, description }) => ({ field: shortened(wellFormed(field)), description }))
    const left = all.length - count
    const details = left > 0 ? { ...problem.details, violationsLeftOut: String(left) } : problem.details
    return { ...problem, details, violations }
  }
  let fits = 0
  let beyond = Math.min(all.length, MAX_TRAILERS) + 1
  while (beyond - fits > 1) {
    const middle = (fits + beyond) >> 1
    if (sizeOf(withFirst(middle)) <= MAX_TRAILERS) fits = middle
    else beyond = middle
  }
  return withFirst(fits)
}

/** As they travel: the message percent-encoded, the details in base64. */
function sizeOf(problem: Problem): number {
  const { message, details } = written(problem)
  return encodeURI(message).length + Math.ceil(details.length / 3) * 4
}

function written(problem: Problem): Trailers {
  const message = `${problem.code}: ${problem.sentence.en}`
  return { message, details: writeProblem(problem, message) }
}

function writeProblem(problem: Problem, message: string): Buffer {
  const { status, code, sentence, remedy, details, violations } = problem
  const words = (locale: 'en' | 'zh') =>
    pack<LocalizedMessage>('google.rpc.LocalizedMessage', {
      locale,
      message: `${sentence[locale]}\n${remedy[locale]}`,
    })
  return messageOf<Status>('google.rpc.Status').serialize({
    code: status,
    message,
    details: [
      pack<ErrorInfo>('google.rpc.ErrorInfo', { reason: code, domain: DOMAIN, metadata: details }),
      words('en'),
      words('zh'),
      ...(violations.length > 0
        ? [pack<BadRequest>('google.rpc.BadRequest', { fieldViolations: violations })]
        : []),
    ],
  })
}

/** Reads them again; `undefined` when they are not ours. */
export function readProblem(bytes: Uint8Array): Problem | undefined {
  try {
    const { code, details } = messageOf<Status>('google.rpc.Status').deserialize(Buffer.from(bytes))
    const info = unpack<ErrorInfo>('google.rpc.ErrorInfo', details)[0]
    if (info?.domain !== DOMAIN) return undefined
    const words = unpack<LocalizedMessage>('google.rpc.LocalizedMessage', details)
    const line = (locale: string, n: 0 | 1) =>
      words.find((message) => message.locale === locale)?.message.split('\n')[n] ?? ''
    return {
      status: code,
      code: info.reason,
      sentence: { en: line('en', 0), zh: line('zh', 0) },
      remedy: { en: line('en', 1), zh: line('zh', 1) },
      details: info.metadata,
      violations: unpack<BadRequest>('google.rpc.BadRequest', details).flatMap(({ fieldViolations }) =>
        fieldViolations.map(({ field, description }) => ({ field, description })),
      ),
    }
  } catch {
    // Somebody else's bytes, or damaged ones: the plain status still says what happened.
    return undefined
  }
}

function pack<T>(name: string, value: T): Any {
  return { type_url: `${prefix}${name}`, value: messageOf<T>(name).serialize(value) }
}

function unpack<T>(name: string, details: readonly Any[]): T[] {
  return details
    .filter(({ type_url }) => type_url === `${prefix}${name}`)
    .map(({ value }) => messageOf<T>(name).deserialize(Buffer.from(value)))
}
