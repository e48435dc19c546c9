import type { Certificate } from '../certificate.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { finding } from '../finding.ts'
import type { PathContext, PathRule } from '../path-rules.ts'
import { type Check, passed } from '../report.ts'
import { type Crl, readCrl } from './crl.ts'
import { type Answer, iso, type Open, open, orOpen, type Question } from './evidence.ts'
import type { Fetched, RevocationFetcher } from './fetcher.ts'
import { judgeCrls } from './judge-crl.ts'
import { judgeOcsp } from './judge-ocsp.ts'
import { type OcspResponse, readOcspResponse } from './ocsp.ts'
import { crlOnce } from './read-once.ts'

/** The evidence that certificates were not revoked, and how more of it is got. */
export interface RevocationOptions {
  /** Revocation lists. One read once is faster than its bytes, which are read in place: do not change them. */
  readonly crls?: readonly (Crl | Uint8Array)[]
  readonly ocspResponses?: readonly (OcspResponse | Uint8Array)[]
  /** Gets what is not here, when what is here gives no answer. Without it nothing is fetched. */
  readonly fetcher?: RevocationFetcher
  /** Responders trusted as they are, whoever issued their certificates. */
  readonly responders?: readonly Certificate[]
  /** The nonce of the request that the responses are to answer. */
  readonly nonce?: Uint8Array
  /** The present, so that evidence made after the moment that is judged counts. That moment unless given. */
  readonly now?: Date
  /** A moment at which the signature is proven not to have existed yet: revoked before it is plainly REVOKED. */
  readonly createdAfter?: Date
}

/**
 * The rule that no certificate below the root was revoked at the moment that is judged, by lists and
 * OCSP responses. What cannot be told is `undetermined`, never passed.
 *
 * A certificate revoked later than that moment was good at it. One on hold is suspended, which is
 * another answer than revoked.
 *
 * @example
 * const report = await verifyCms(cms, { roots, at, rules: [revocationRule({ crls: [crl] })] })
 */
export function revocationRule(options: RevocationOptions): PathRule {
  return ruleOver(new Sources(options), options, new Set(), 0)
}

/** A list's signer or a responder may need a list of its own; further than this nobody goes. */
const deepest = 2

class Sources {
  readonly crls: readonly Crl[]
  readonly responses: readonly OcspResponse[]
  /** What could not be read. */
  readonly unreadable: readonly Answer[]

  constructor(
    { crls = [], ocspResponses = [] }: Pick<RevocationOptions, 'crls' | 'ocspResponses'>,
    read = readCrl,
  ) {
    const lists = crls.map((one) => (one instanceof Uint8Array ? orOpen(() => read(one)) : one))
    const responses = ocspResponses.map((one) =>
      one instanceof Uint8Array ? orOpen(() => readOcspResponse(one)) : one,
    )
    this.crls = lists.filter((one): one is Crl => !isAnswer(one))
    this.responses = responses.filter((one): one is OcspResponse => !isAnswer(one))
    this.unreadable = [...lists, ...responses].filter(isAnswer)
  }

  /** These and what was fetched; nothing is kept here, which is the fetcher's affair. */
  with({ crls, ocspResponses }: Fetched): Pick<Sources, 'crls' | 'responses' | 'unreadable'> {
    const more = new Sources({ crls, ocspResponses }, crlOnce)
    return {
      crls: [...this.crls, ...more.crls],
      responses: [...this.responses, ...more.responses],
      unreadable: [...this.unreadable, ...more.unreadable],
    }
  }
}

function isAnswer(one: Crl | OcspResponse | Open): one is Open {
  return 'kind' in one
}

function ruleOver(
  sources: Sources,
  options: RevocationOptions,
  without: ReadonlySet<Crl | OcspResponse>,
  depth: number,
): PathRule {
  const asking: Asking = {
    sources,
    options,
    without,
    rulesWithout: (one) => [ruleOver(sources, options, new Set([...without, one]), depth + 1)],
    open: depth < deepest,
  }
  return {
    name: 'revocation',
    processes: [extensionOids.crlDistributionPoints, extensionOids.ocspNoCheck, noRevocation],
    async judge(context) {
      const seen: string[] = []
      for (const [i, certificate] of context.path.slice(0, -1).entries()) {
        const issuer = context.path[i + 1]
        if (!issuer) break
        const question = { certificate, issuer, context, now: options.now ?? context.at }
        const answer = extensionOf(certificate.extensions, noRevocation)
          ? noInformation
          : await answerTo(question, asking)
        const trouble = troubleOf(answer, question, i === 0, options.createdAfter)
        if (trouble) return trouble
        if (answer.kind !== 'open') seen.push(answer.source)
      }
      return passed('revocation', sentences.good, { at: context.at.toISOString(), sources: seen })
    },
  }
}

interface Asking extends Asked {
  readonly sources: Sources
}

interface Asked {
  readonly sources: Pick<Sources, 'crls' | 'responses' | 'unreadable'>
  readonly options: RevocationOptions
  readonly without: ReadonlySet<Crl | OcspResponse>
  readonly rulesWithout: (one: Crl | OcspResponse) => readonly PathRule[]
  readonly open: boolean
}

/** A certificate whose issuer never tells (RFC 9608): there is nothing to ask. */
const noRevocation = '2.5.29.56'
const noInformation: Answer = { kind: 'good', source: 'noRevAvail', thisUpdate: new Date(0) }

/** The answer of all sources: those here, and then, if they leave it open, those that can be fetched. */
async function answerTo(question: Question, asking: Asking): Promise<Answer> {
  const answer = await fromSources(question, asking)
  const { fetcher } = asking.options
  const { work } = question.context
  if (answer.kind !== 'open' || !fetcher || !asking.open || work.fetches <= 0) return answer
  work.fetches--
  const fetched = await fetcher.fetch(question.certificate, question.issuer)
  const sources = asking.sources.with(fetched)
  const again = await fromSources(question, { ...asking, sources }, fetched.nonce)
  return again.kind === 'open' && again.reason === 'revocation-unknown' ? (fetched.trouble ?? again) : again
}

async function fromSources(
  question: Question,
  { sources, options, without, rulesWithout, open: deeper }: Asked,
  nonce = options.nonce,
): Promise<Answer> {
  const signerRules = (one: Crl | OcspResponse) => (deeper ? rulesWithout(one) : [unknowable])
  const answers: Answer[] = []
  for (const response of sources.responses) {
    if (without.has(response)) continue
    const settings = { responders: options.responders ?? [], signerRules, ...(nonce && { nonce }) }
    const answer = await judgeOcsp(response, question, settings)
    if (answer) answers.push(answer)
  }
  const crls = sources.crls.filter((crl) => !without.has(crl))
  answers.push(...(await judgeCrls(crls, question, signerRules)), ...sources.unreadable)
  return weigh(answers, question)
}

/**
 * Revoked by one source is revoked, whatever another says. Between good and on hold the newest decides;
 * of what is left open, the first.
 */
function weigh(answers: readonly Answer[], { certificate, context }: Question): Answer {
  const closed = answers.filter((answer) => answer.kind !== 'open')
  const revoked = closed.find(
    (answer) =>
      answer.kind === 'revoked' && answer.reason !== 'certificateHold' && answer.revokedAt <= context.at,
  )
  const newest = closed.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0]
  const left = answers.find((answer) => answer.kind === 'open')
  const veto = answers.find((answer) => answer.kind === 'open' && answer.veto)
  return (
    revoked ?? veto ?? newest ?? left ?? open('revocation-unknown', { subject: certificate.subject.text })
  )
}

function troubleOf(
  answer: Answer,
  { certificate, context }: Question,
  leaf: boolean,
  createdAfter: Date | undefined,
): Check | undefined {
  const subject = certificate.subject.text
  if (answer.kind === 'open') {
    return finding('undetermined', 'revocation', answer.reason, { subject, ...answer.evidence })
  }
  if (answer.kind === 'good' || answer.revokedAt > context.at) return undefined
  const { source, reason, revokedAt } = answer
  const evidence = { subject, source, reason, revokedAt: iso(revokedAt), at: context.at.toISOString() }
  if (reason === 'certificateHold')
    return finding('undetermined', 'revocation', 'certificate-on-hold', evidence)
  if (!leaf) return finding('failed', 'revocation', 'issuer-revoked', evidence)
  const before = createdAfter !== undefined && revokedAt <= createdAfter
  return finding(
    'failed',
    'revocation',
    before ? 'certificate-revoked-before' : 'certificate-revoked',
    evidence,
  )
}

/** Past the depth at which signers of lists of signers are looked into. */
const unknowable: PathRule = {
  name: 'revocation',
  processes: [],
  judge: ({ path }: PathContext) =>
    finding('undetermined', 'revocation', 'revocation-unknown', { subject: path[0]?.subject.text ?? '' }),
}

const sentences = {
  good: {
    en: 'No certificate below the root was revoked at {at}.',
    zh: '在 {at}，根证书以下的证书均未被吊销。',
  },
}
