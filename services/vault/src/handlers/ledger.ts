import { setTimeout as sleep } from 'node:timers/promises'
import type { EntriesRequest } from '@licencevault/api'
import type { Ledger } from '@licencevault/ledger'
import type { Call, HandlersOf } from '../call.ts'
import { said } from '../convert/licence.ts'
import type { OpenOffice } from '../office.ts'

export function ledgerHandlers(office: () => OpenOffice): HandlersOf<'ledger'> {
  const ledger = () => office().ledger
  return {
    async Checkpoint() {
      return { note: await ledger().checkpoint(), vkey: ledger().vkey }
    },
    async Inclusion({ index, size }) {
      const whole = size || sizeIn(await ledger().checkpoint())
      const proof = await ledger().inclusion(index, whole)
      return { size: whole, leafHash: await leafHashOf(ledger(), index), proof }
    },
    async Consistency({ from, to }) {
      const whole = to || sizeIn(await ledger().checkpoint())
      return { to: whole, proof: await ledger().consistency(from, whole) }
    },
    Entries: (request, call) => entriesOf(ledger(), request, call),
  }
}

/** Entries after the cursor, and with `follow` those that come, until the caller leaves or the service stops. */
async function* entriesOf(ledger: Ledger, request: EntriesRequest, { signal, stopping }: Call) {
  const { kind, subject, limit, follow } = request
  const until = AbortSignal.any([signal, stopping])
  const query = { ...said('kind', kind), ...said('subject', subject), signal }
  let after = request._after ? request.after : undefined
  let left = limit > 0 ? limit : Number.POSITIVE_INFINITY
  while (left > 0 && !until.aborted) {
    // What is looked through now is not looked through again, however few of it were asked for.
    const looked = follow ? sizeIn(await ledger.checkpoint()) - 1 : -1
    const bounded = Number.isFinite(left) ? { limit: left } : {}
    for await (const { index, bytes } of ledger.entries({
      ...query,
      ...bounded,
      ...(after === undefined ? {} : { after }),
    })) {
      yield { index, entry: bytes }
      after = index
      left -= 1
      if (stopping.aborted) return
    }
    if (!follow) return
    after = Math.max(after ?? -1, looked)
    await sleep(lookEvery, undefined, { signal: until }).catch(() => {})
  }
}

/** How soon a follower hears of a new entry, in milliseconds. */
const lookEvery = 250

/** The size stands in the second line of a checkpoint. */
const sizeIn = (note: string) => Number(note.split('\n')[1])

async function leafHashOf(ledger: Ledger, index: number): Promise<Uint8Array> {
  for await (const { leafHash } of ledger.entries({ limit: 1, ...(index > 0 ? { after: index - 1 } : {}) })) {
    return new Uint8Array(Buffer.from(leafHash, 'hex'))
  }
  return new Uint8Array()
}
