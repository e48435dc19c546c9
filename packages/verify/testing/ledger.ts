import { createHash } from 'node:crypto'
import { generateKey } from '@licencevault/keys/software'
import {
  checkpointText,
  leafHash,
  nodeHash,
  noteKeyOf,
  rawPublicKey,
  writeNote,
  writeTlogProof,
  writeVkey,
} from '@licencevault/ledger/proof'
import { canonicalise, type Statement, statementBytes } from '@licencevault/licence'

/** A ledger that really signs, small enough to be made for each licence anew. */
export const LEDGER = 'city.example/ledger'

async function newKey(name: string) {
  const signer = await generateKey('Ed25519')
  const key = noteKeyOf(name, rawPublicKey(signer.publicKey))
  return { signer, key, vkey: writeVkey(key) }
}

export const ledgerKey = await newKey(LEDGER)
export const lostLedgerKey = await newKey(LEDGER)
const foreignLedgerKey = await newKey(LEDGER)

export interface ReceiptChanges {
  /** Members of the entry that say otherwise. */
  readonly entry?: Readonly<Record<string, unknown>>
  /** Who signs; the ledger's own key unless told. */
  readonly by?: 'lost' | 'foreigner'
  /** Which entry of the log the proof is for; 1 unless told. */
  readonly index?: number
}

/** The receipt of a licence's issue: the second of three entries. */
export async function receiptFor(
  statement: Statement,
  { entry = {}, by, index = 1 }: ReceiptChanges = {},
): Promise<Uint8Array> {
  const recorded = {
    format: 'licencevault.entry/1',
    ledger: LEDGER,
    kind: 'issued',
    subject: statement.identifier,
    previous: null,
    recordedAt: '2026-11-20T01:00:00.250000Z',
    effectiveFrom: '2026-11-20',
    effectiveTo: null,
    authority: statement.authority.code,
    type: `${statement.type.code}@${statement.type.version}`,
    digests: { statement: createHash('sha256').update(statementBytes(statement)).digest('hex') },
    actor: { application: 'market-approvals', role: 'issuer' },
    ...entry,
  }
  const bytes = canonicalise(recorded)
  const [first, last] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(3))]
  const root = nodeHash(nodeHash(first, leafHash(bytes)), last)
  const text = checkpointText({ origin: LEDGER, size: 3, root })
  const { signer, key } = { lost: lostLedgerKey, foreigner: foreignLedgerKey, own: ledgerKey }[by ?? 'own']
  const note = writeNote(text, key, await signer.sign(new TextEncoder().encode(text)))
  const checkpoint = new TextEncoder().encode(note)
  return writeTlogProof({ extra: bytes, index, hashes: [first, last], checkpoint })
}
