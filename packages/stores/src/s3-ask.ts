import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { error } from './codes.ts'
import { isPassing, refusalError, type S3Refusal, wayError } from './s3-errors.ts'
import type { Exchange, S3Answer, S3Request } from './s3-exchange.ts'
import { textIn } from './s3-xml.ts'

/** How often a request is made before its failure is told. */
const MAX_TRIES = 3
const PAUSE_MS = 200
/** The longest answer that is read as text: a page of a thousand long keys takes less. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024

/** What a refused request is answered with. */
export class Refused extends Error {
  readonly refusal: S3Refusal
  /** Whether an earlier try of the same request may have taken effect, its answer lost. */
  readonly afterDoubt: boolean

  constructor(refusal: S3Refusal, afterDoubt: boolean) {
    super(`${refusal.status} ${refusal.code}`)
    this.refusal = refusal
    this.afterDoubt = afterDoubt
  }
}

/** Makes a request, again if need be, and answers what the store said yes to. */
export type Ask = (request: S3Request) => Promise<S3Answer>

/**
 * Tries again after a lost connection and an answer such as 503. Every request of ours may be made twice:
 * a put that is conditional tells its own earlier success apart by what `afterDoubt` says.
 */
export function asking(exchange: Exchange): Ask {
  return async (request) => {
    let inDoubt = false
    for (let tries = 1; ; tries++) {
      try {
        const answer = await exchange(request)
        if (answer.status >= 200 && answer.status < 300) return answer
        const refusal = await refusalOf(answer)
        if (!isPassing(refusal) || tries === MAX_TRIES) throw new Refused(refusal, inDoubt)
      } catch (cause) {
        if (cause instanceof Refused) throw cause
        request.signal?.throwIfAborted()
        const known = wayError(cause)
        // What took its whole time once is not asked for again: the caller was told how long it takes at most.
        if (known === cause || tries === MAX_TRIES) throw known
      }
      inDoubt = true
      await sleep(PAUSE_MS * tries * (0.5 + Math.random()), undefined, { signal: request.signal }).catch(() =>
        request.signal?.throwIfAborted(),
      )
    }
  }
}

/** The answer to a request in our words. */
export function explained(cause: unknown, key: string, writing: boolean): unknown {
  return cause instanceof Refused ? refusalError(cause.refusal, key, writing) : wayError(cause)
}

async function refusalOf(answer: S3Answer): Promise<S3Refusal> {
  const text = await textOf(answer.body)
  return {
    status: answer.status,
    code: textIn(text, 'Code') ?? '',
    message: textIn(text, 'Message') ?? '',
  }
}

export async function textOf(body: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MAX_TEXT_BYTES)
      throw error('store-garbled', { found: `an answer over ${MAX_TEXT_BYTES} bytes` })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads an answer that says no more than yes to its end, so that the connection can be used again. */
export async function done(answer: S3Answer): Promise<S3Answer> {
  await textOf(answer.body)
  return answer
}
