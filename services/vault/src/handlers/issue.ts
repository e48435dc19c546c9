import type { IssueManyRequest, IssueManyResponseInput } from '@licencevault/api'
import type { HolderCodeType } from '@licencevault/licence'
import type { Outcome, RequestedOrder } from '@licencevault/vault'
import type { Call, HandlersOf } from '../call.ts'
import { chunksOf } from '../convert/chunks.ts'
import { stateFrom } from '../convert/enums.ts'
import { licenceTo, said } from '../convert/licence.ts'
import { orderFrom } from '../convert/order.ts'
import { pageFrom } from '../convert/page.ts'
import type { OpenOffice } from '../office.ts'
import { replyTo } from '../replies.ts'
import { merged, openAside } from './aside.ts'
import { recordReads } from './reads.ts'

export function issueHandlers(office: () => OpenOffice): HandlersOf<'issue'> {
  const room = () => office().vault.issue
  return {
    async Preview({ order }, { caller }) {
      return { pdf: await room().preview(caller, orderFrom(order)) }
    },
    async Issue({ requestId, order }, { caller, signal }) {
      signal.throwIfAborted()
      // Without the signal: what was begun is finished, and the call lasts until it is.
      return { licence: licenceTo(await room().issue(caller, requestId, orderFrom(order))) }
    },
    async *IssueMany(requests, call) {
      const refused = openAside<IssueManyResponseInput>()
      const left = new AbortController()
      const orders = ordersIn(requests, call, (item) => refused.put(item), left.signal)
      const outcomes = toTheEnd(room().issueMany(call.caller, orders), left)
      yield* merged(outcomes, outcomeTo, refused)
    },
    async Get({ identifier }, { caller }) {
      const licence = await room().get(caller, identifier)
      await recordReads(office(), caller, 'got', [licence.identifier])
      return { licence: licenceTo(licence) }
    },
    async *Fetch({ identifier }, { caller, signal }) {
      const { size, digest, stream } = await room().fetch(caller, identifier, {
        signal,
        beforeOpening: () => recordReads(office(), caller, 'fetched', [identifier]),
      })
      yield { head: { size, digest } }
      for await (const bytes of stream) yield* chunksOf(bytes)
    },
    async Find(request, { caller, reach }) {
      const { identifier, number, holderCode, holderCodeType, typeCode, authority, state, page } = request
      const known = stateFrom(state, 'state')
      const criteria = {
        ...said('identifier', identifier),
        ...said('number', number),
        ...(holderCode
          ? {
              holder: {
                code: holderCode,
                ...(holderCodeType ? { codeType: holderCodeType as HolderCodeType } : {}),
              },
            }
          : {}),
        ...said('type', typeCode),
        // Who reaches its own licences alone finds no others, whatever it asks for.
        ...said('authority', reach === 'own' ? caller.authority : authority),
        ...(known === undefined ? {} : { state: known }),
      }
      const { rows, next } = await room().find(caller, criteria, pageFrom(page))
      await recordReads(
        office(),
        caller,
        'found',
        rows.map((row) => row.identifier),
      )
      return { licences: rows.map(licenceTo), nextCursor: next ?? '' }
    },
    async VoidIssue({ requestId, identifier, why }, { caller }) {
      return { licence: licenceTo(await room().voidIssue(caller, requestId, identifier, why)) }
    },
  }
}

/** What may be issued, in the vault's words; what may not is put aside with its reason and stops no other. */
async function* ordersIn(
  requests: AsyncIterable<IssueManyRequest>,
  { permit }: Call,
  refuse: (item: IssueManyResponseInput) => Promise<void>,
  left: AbortSignal,
): AsyncGenerator<RequestedOrder, void, undefined> {
  for await (const request of requests) {
    if (left.aborted) return
    const { requestId, order } = request
    try {
      permit(request)
      yield { requestId, order: orderFrom(order) }
    } catch (thrown) {
      await refuse({ requestId, problem: replyTo(thrown).problem })
    }
  }
}

/** Left early, it takes in no more orders and ends when those under way have: so long the call lasts. */
async function* toTheEnd<T>(
  outcomes: AsyncIterable<T>,
  left: AbortController,
): AsyncGenerator<T, void, undefined> {
  const iterator = outcomes[Symbol.asyncIterator]()
  let ended = false
  const next = async () => {
    try {
      const result = await iterator.next()
      ended = result.done === true
      return result
    } catch (cause) {
      ended = true
      throw cause
    }
  }
  try {
    for (let result = await next(); !result.done; result = await next()) yield result.value
  } finally {
    left.abort()
    while (!ended) await next().catch(() => {})
  }
}

function outcomeTo({ requestId, licence, error }: Outcome): IssueManyResponseInput {
  return licence ? { requestId, licence: licenceTo(licence) } : { requestId, problem: replyTo(error).problem }
}
