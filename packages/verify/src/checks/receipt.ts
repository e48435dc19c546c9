import { VaultError } from '@licencevault/errors'
import { type Entry, type NoteKey, type Receipt, verifyReceipt } from '@licencevault/ledger/proof'
import type { Statement } from '@licencevault/licence'
import type { Certificate, Check, Evidence } from '@licencevault/signing'
import { instant } from '../beijing-time.ts'
import type { Reason } from '../reasons.ts'
import { finding, ok } from '../report.ts'
import type { Trust, TrustedAuthority } from '../trust.ts'

/** Where and when the ledger recorded the licence, proven by the receipt that the file carries. */
export interface Recording {
  readonly ledger: string
  readonly index: number
  /** RFC 3339 in UTC, with microseconds. */
  readonly recordedAt: string
}

/** What the file says of itself, which the receipt must confirm. */
export interface Recorded {
  readonly statement: Statement
  /** SHA-256 of the statement's bytes, in hex. */
  readonly digest: string
  readonly authority: TrustedAuthority
  readonly certificate: Certificate | undefined
  /** The attached receipt. */
  readonly receipt: Uint8Array | undefined
}

/**
 * Does the file carry the receipt of a ledger, does it prove that this very licence was recorded as
 * issued, and does the list demand it? The time of issue is only claimed, so a thief of a seal could claim
 * an early one; a certificate that began after the demand cannot have sealed before it.
 */
export async function receiptOf(
  file: Recorded,
  trust: Trust,
  at: Date,
): Promise<{ check: Check; recording?: Recording }> {
  const { authority, receipt } = file
  const demanded = demandOn(file)
  if (!receipt) return { check: withoutReceipt(file, demanded) }
  const evidence = { authority: authority.name.en, authorityZh: authority.name.zh }
  const keys = keysFor(trust, demanded?.ledger ?? authority.receipts?.ledger, at)
  try {
    const proven = await verifyReceipt(receipt, keys)
    const differing = differences(proven.entry, file)
    const found = { ...evidence, ...factsOf(proven) }
    if (differing.length > 0) {
      return { check: finding('failed', 'receipt', 'receipt-of-another', { ...found, differing }) }
    }
    const { ledger, recordedAt } = proven.entry
    return {
      check: ok('receipt', sentences.recorded, found),
      recording: { ledger, index: proven.index, recordedAt },
    }
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause
    return { check: receiptTrouble(cause, demanded, evidence) }
  }
}

type Demand = TrustedAuthority['receipts']

function demandOn({ statement: { issuedAt }, authority: { receipts }, certificate }: Recorded): Demand {
  const begun = certificate ? instant(certificate.notBefore) : issuedAt
  return receipts && (issuedAt >= receipts.since || begun >= receipts.since) ? receipts : undefined
}

function withoutReceipt({ statement: { issuedAt }, authority: { name } }: Recorded, demanded: Demand): Check {
  if (!demanded) return finding('skipped', 'receipt', 'receipt-not-demanded')
  const { ledger, since } = demanded
  return finding('failed', 'receipt', 'receipt-missing', {
    ...{ ledger, since, authority: name.en, authorityZh: name.zh, issuedAt },
  })
}

/** The keys of one ledger, or of all, that are accepted at the moment: a receipt bears no time that its key could not have made up. */
function keysFor({ ledgers }: Trust, name: string | undefined, at: Date): NoteKey[] {
  const now = instant(at)
  const among = name === undefined ? [...ledgers.values()].flat() : (ledgers.get(name) ?? [])
  return among.filter(({ from, to }) => from <= now && (to === null || now < to)).map(({ key }) => key)
}

/** The members in which the entry speaks of something else than the file. */
function differences(entry: Entry, { statement, digest, authority }: Recorded): string[] {
  const { identifier, type } = statement
  const agree: Readonly<Record<string, boolean>> = {
    kind: entry.kind === 'issued',
    subject: entry.subject === identifier,
    'digests/statement': entry.digests.statement === digest,
    authority: entry.authority === authority.code,
    type: entry.type === `${type.code}@${type.version}`,
  }
  return Object.keys(agree).filter((member) => !agree[member])
}

function factsOf({ entry, index, checkpoint }: Receipt): Evidence {
  const { ledger, recordedAt } = entry
  return { ledger, index, recordedAt, size: checkpoint.size }
}

function receiptTrouble({ code, sentence }: VaultError, demanded: Demand, evidence: Evidence): Check {
  const problem = { ...evidence, code, problem: sentence.en, problemZh: sentence.zh }
  const { outcome, reason } = troubles[code] ?? malformed
  // A ledger that nobody here was told of says nothing, neither for nor against.
  if (reason === 'receipt-ledger-unknown' && !demanded)
    return finding('skipped', 'receipt', 'receipt-not-demanded')
  return finding(outcome, 'receipt', reason, problem)
}

const wrong = { outcome: 'failed', reason: 'receipt-wrong' } as const
const malformed = { outcome: 'failed', reason: 'receipt-malformed' } as const
const troubles: Readonly<Record<string, { outcome: 'failed' | 'undetermined'; reason: Reason }>> = {
  'note-key-unknown': { outcome: 'undetermined', reason: 'receipt-ledger-unknown' },
  'entry-version-unknown': { outcome: 'undetermined', reason: 'receipt-version-unknown' },
  'note-signature-wrong': wrong,
  'proof-wrong': wrong,
}

const sentences = {
  recorded: {
    en: 'The ledger {ledger} recorded this licence as issued at {recordedAt}, entry {index}.',
    zh: '账本 {ledger} 已于 {recordedAt} 登记该证照的颁发（第 {index} 条）。',
  },
}
