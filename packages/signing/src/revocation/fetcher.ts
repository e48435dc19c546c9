import { concat, hex } from '../bytes.ts'
import type { Certificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type Answer, open } from './evidence.ts'
import { readOcspResponse } from './ocsp.ts'
import { ocspRequest } from './ocsp-request.ts'
import { accessAddresses, listAddresses } from './points.ts'
import { crlOnce } from './read-once.ts'

/** What was fetched about one certificate. */
export interface Fetched {
  readonly crls: readonly Uint8Array[]
  readonly ocspResponses: readonly Uint8Array[]
  /** The nonce that was sent, when the response is fresh. */
  readonly nonce?: Uint8Array
  /** Why nothing came, when nothing came. */
  readonly trouble?: Answer
}

/** Gets what `revocationRule` lacks. */
export interface RevocationFetcher {
  /** Gets what is known of one certificate. */
  fetch(certificate: Certificate, issuer: Certificate): Promise<Fetched>
}

/** Where fetched bytes are kept until they are due again. */
export interface RevocationCache {
  /** What was fetched from there before, if it is still kept. */
  get(key: string): Uint8Array | undefined
  /** Keeps what was fetched. */
  set(key: string, bytes: Uint8Array, until: Date): void
}

/** As much of the global `fetch` as is used here. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>

/** How an address is asked. */
export interface FetchInit {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  readonly redirect: 'error'
  readonly signal: AbortSignal
}

/** As much of a `Response` as is read here. */
export interface FetchAnswer {
  readonly ok: boolean
  readonly status: number
  readonly body: ReadableStream<Uint8Array> | null
}

/** How, how much and how long may be fetched. */
export interface FetcherOptions {
  /** The global `fetch`, or one that goes through a proxy. Nothing else here touches the network. */
  readonly fetch: Fetch
  /** The present. */
  readonly clock: () => Date
  /** Milliseconds for one address, from asking to the last byte; 10,000 unless given. */
  readonly timeout?: number
  /** The most bytes of a list; `limits.crlBytes` unless given. */
  readonly largest?: number
  /** Kept in memory unless given, at most 64 answers and 64 MiB. */
  readonly cache?: RevocationCache
  /** True asks nobody: what the cache holds is all there is. */
  readonly offline?: boolean
  /** Addresses come from certificates, which anyone makes: false for one that must not be asked. */
  readonly allow?: (address: URL) => boolean
  readonly signal?: AbortSignal
}

/**
 * Gets OCSP responses, or else revocation lists, from the addresses that certificates name: HTTP and
 * HTTPS only, no redirects, so many bytes within so much time, kept until they are due again.
 */
export function revocationFetcher(options: FetcherOptions): RevocationFetcher {
  const cache = options.cache ?? memoryCache(options.clock)
  return {
    async fetch(certificate, issuer) {
      const troubles: Answer[] = []
      for (const address of wellFormed(() => accessAddresses(certificate, 'ocsp'), options)) {
        const asked = await askOcsp(address, certificate, issuer, options, cache)
        if ('ocspResponses' in asked) return asked
        troubles.push(asked)
      }
      for (const address of wellFormed(() => listAddresses(certificate), options)) {
        const got = await getList(address, certificate, options, cache)
        if (got instanceof Uint8Array) return { crls: [got], ocspResponses: [] }
        troubles.push(got)
      }
      const [trouble = notFetched(certificate, 'it names no address that may be asked')] = troubles
      return { crls: [], ocspResponses: [], trouble }
    },
  }
}

function wellFormed(
  read: () => readonly string[],
  { allow = () => true }: FetcherOptions,
): readonly string[] {
  try {
    const usable = read().filter((address) => {
      const url = URL.parse(address)
      return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && allow(url)
    })
    return usable.slice(0, limits.fetchAddresses)
  } catch {
    return []
  }
}

async function askOcsp(
  address: string,
  certificate: Certificate,
  issuer: Certificate,
  options: FetcherOptions,
  cache: RevocationCache,
): Promise<Fetched | Answer> {
  const key = `${address} ${hex(issuer.subject.der)} ${certificate.serialHex}`
  const known = cache.get(key)
  if (known) return { crls: [], ocspResponses: [known] }
  const nonce = globalThis.crypto.getRandomValues(new Uint8Array(32))
  const body = await ocspRequest(certificate, issuer, { nonce })
  const bytes = await load(address, certificate, options, limits.ocspBytes, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
    body,
  })
  if (!(bytes instanceof Uint8Array)) return bytes
  keep(() => {
    const response = readOcspResponse(bytes)
    const due = response.status === 'successful' ? response.answers[0]?.nextUpdate : undefined
    if (due) cache.set(key, bytes, due)
  })
  return { crls: [], ocspResponses: [bytes], nonce }
}

async function getList(
  address: string,
  certificate: Certificate,
  options: FetcherOptions,
  cache: RevocationCache,
): Promise<Uint8Array | Answer> {
  const known = cache.get(address)
  if (known) return known
  const most = Math.min(options.largest ?? limits.crlBytes, limits.crlBytes)
  const headers = { accept: 'application/pkix-crl' }
  const bytes = await load(address, certificate, options, most, { method: 'GET', headers })
  if (!(bytes instanceof Uint8Array)) return bytes
  keep(() => {
    const { nextUpdate } = crlOnce(bytes)
    if (nextUpdate) cache.set(address, bytes, nextUpdate)
  })
  return bytes
}

/** What cannot be read is not kept, and said to be so by whoever judges it. */
function keep(read: () => void): void {
  try {
    read()
  } catch {
    // Judged where it is used.
  }
}

async function load(
  address: string,
  certificate: Certificate,
  options: FetcherOptions,
  most: number,
  init: Omit<FetchInit, 'redirect' | 'signal'>,
): Promise<Uint8Array | Answer> {
  if (options.offline) return notFetched(certificate, 'nobody may be asked')
  const limit = AbortSignal.timeout(options.timeout ?? 10_000)
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit
  try {
    const answer = await within(options.fetch(address, { ...init, redirect: 'error', signal }), signal)
    if (!answer.ok || !answer.body)
      return notFetched(certificate, 'the address answers {status}', answer.status)
    return await within(collect(answer.body, most), signal)
  } catch (trouble) {
    if (trouble instanceof TooLarge) return notFetched(certificate, 'it is larger than {bytes} bytes', most)
    return notFetched(
      certificate,
      signal.aborted ? 'the address does not answer in time' : 'the address cannot be reached',
    )
  }
}

/** A fetch that was handed over need not heed its signal. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

class TooLarge extends Error {}

async function collect(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > most) {
      await reader.cancel()
      throw new TooLarge()
    }
    chunks.push(next.value)
  }
  return concat(chunks)
}

function notFetched({ subject }: Certificate, problem: Problem, number = 0): Answer {
  const told = problemOf(problem, { status: number, bytes: number })
  return open('revocation-not-fetched', { subject: subject.text, ...told })
}

/** The answers kept longest go first. */
function memoryCache(clock: () => Date): RevocationCache {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly until: Date }>()
  let size = 0
  const drop = (key: string) => {
    size -= kept.get(key)?.bytes.length ?? 0
    kept.delete(key)
  }
  return {
    get(key) {
      const found = kept.get(key)
      if (found && found.until < clock()) drop(key)
      return kept.get(key)?.bytes
    },
    set(key, bytes, until) {
      drop(key)
      if (bytes.length > keptBytes) return
      kept.set(key, { bytes, until })
      size += bytes.length
      for (const oldest of kept.keys()) {
        if (kept.size <= keptAnswers && size <= keptBytes) return
        drop(oldest)
      }
    },
  }
}

const keptAnswers = 64
const keptBytes = 64 * 1024 * 1024
