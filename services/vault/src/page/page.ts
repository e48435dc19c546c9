import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { VaultError } from '@licencevault/errors'
import { type Asset, makeAssets } from './assets.ts'
import type { StatusAnswer } from './status-answer.ts'

/** What the public page is served from. */
export interface PageOptions {
  /** The sealed authority list as last published; another sequence, another list. */
  authorityList(): Promise<{ readonly sequence: number; readonly bytes: Uint8Array }>
  /** Certificates under which the list stands, PEM. */
  roots(): string
  /** What the register says of an identifier to anyone who asks. */
  status(identifier: string, signal: AbortSignal): Promise<StatusAnswer>
  /** May this address ask once more? A refusal is answered 429. */
  allow(address: string): boolean
  /** Whether all requests come through a proxy on this machine, which says in X-Forwarded-For whose they are. */
  readonly behindProxy: boolean
}

/** The largest question about a status, in bytes. */
export const maxQuestionBytes = 1_024

/**
 * The public check (公众核验): one static page, the list of authorities it judges by, and the current
 * status on request. What a visitor checks never arrives here: the check runs in the browser, and the
 * code's claim is in the fragment of the address.
 *
 * Trusted for: handing out this release's verifier and the city's own list. Whoever controls this page
 * controls what its visitors are told; a verifier that must not depend on it uses the library.
 */
export async function openPage(options: PageOptions): Promise<RequestListener> {
  const assets = await makeAssets()
  return (request, response) => {
    answer(request, response, options, assets).catch((problem: unknown) => fail(response, problem))
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PageOptions,
  assets: Readonly<Record<string, Asset>>,
): Promise<void> {
  const { method = 'GET', url = '/' } = request
  const [path = '/'] = url.split('?')
  if (path === '/status') {
    if (method === 'POST') await answerStatus(request, response, options)
    else refuse(response, 405, { allow: 'POST' })
    return
  }
  const asset = await assetAt(path, options, assets)
  if (!asset) refuse(response, 404)
  else if (method !== 'GET' && method !== 'HEAD') refuse(response, 405, { allow: 'GET, HEAD' })
  else if (asset.tag !== undefined && request.headers['if-none-match'] === asset.tag)
    notModified(response, asset)
  else serve(response, asset, method === 'HEAD')
}

/** What has a tag need not be sent to who has it already. */
interface Tagged extends Asset {
  readonly tag?: string
}

function serve(response: ServerResponse, { type, bytes, tag }: Tagged, headOnly: boolean): void {
  const headers = { 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-cache' }
  response.writeHead(200, { ...guards, ...headers, ...(tag === undefined ? {} : { etag: tag }) })
  response.end(headOnly ? undefined : bytes)
}

function notModified(response: ServerResponse, { tag }: Tagged): void {
  response.writeHead(304, { ...guards, etag: tag, 'cache-control': 'no-cache' })
  response.end()
}

async function assetAt(
  path: string,
  { authorityList, roots }: PageOptions,
  assets: Readonly<Record<string, Asset>>,
): Promise<Tagged | undefined> {
  if (path === '/authorities.p7m') {
    const { sequence, bytes } = await authorityList()
    return { type: 'application/pkcs7-mime', bytes, tag: `"${sequence}"` }
  }
  if (path === '/roots.pem') return { type: 'application/x-pem-file', bytes: Buffer.from(roots()) }
  return Object.hasOwn(assets, path) ? assets[path] : undefined
}

/** Nothing from elsewhere may load, run or frame the page, and it may send nothing elsewhere. */
const guards = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

async function answerStatus(
  request: IncomingMessage,
  response: ServerResponse,
  { status, allow, behindProxy }: PageOptions,
): Promise<void> {
  if (!allow(addressOf(request, behindProxy))) {
    refuse(response, 429, { 'retry-after': '1' })
    return
  }
  const identifier = identifierIn(await readQuestion(request))
  if (identifier === undefined) {
    refuse(response, 400)
    return
  }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  json(response, 200, await status(identifier, gone.signal))
}

/** Of a chain of proxies the last entry is the one that ours wrote; what stands before it anybody may have. */
function addressOf({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  const own = socket.remoteAddress ?? ''
  if (!behindProxy) return own
  const last = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? ''
  return isIP(last) === 0 ? own : last
}

/** The whole question, or nothing when it is longer than a question is. */
async function readQuestion(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > maxQuestionBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function identifierIn(question: string | undefined): string | undefined {
  try {
    const { identifier } = JSON.parse(question ?? '') as { readonly identifier?: unknown }
    return typeof identifier === 'string' && identifier.length <= 128 ? identifier : undefined
  } catch {
    return undefined
  }
}

function refuse(
  response: ServerResponse,
  code: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(code, { ...guards, ...headers, 'content-length': 0 })
  response.end()
}

function json(response: ServerResponse, code: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(code, {
    ...guards,
    'content-type': 'application/json',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

const statusOf = {
  invalid: 400,
  missing: 404,
  conflict: 409,
  denied: 403,
  exhausted: 429,
  unavailable: 503,
} as const

/** What went wrong, in the words of the error where it has any; nothing of a fault of ours. */
function fail(response: ServerResponse, problem: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  if (problem instanceof VaultError) {
    const { code, kind, sentence, remedy } = problem
    json(response, statusOf[kind], { code, sentence, remedy })
  } else refuse(response, 500)
}
