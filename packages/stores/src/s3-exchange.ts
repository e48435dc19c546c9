import { createHash } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Client } from 'minio'
import { error } from './codes.ts'

/** An S3 bucket, and who we are there. */
export interface S3Settings {
  /** Such as `https://minio.yunting.example:9000`; plain `http` is for the same machine. */
  readonly endpoint: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
  /** `us-east-1` unless said. */
  readonly region?: string | undefined
  /** How long a connection may be silent. 30 s unless said. */
  readonly idleMs?: number | undefined
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** None for the bucket itself. */
  readonly key?: string | undefined
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: Buffer | undefined
  readonly signal?: AbortSignal | undefined
}

export interface S3Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: IncomingMessage
}

/** One request, one answer, whatever its status. */
export type Exchange = (request: S3Request) => Promise<S3Answer>

const MAX_SOCKETS = 256

/**
 * Requests signed by `minio`, exchanged by ourselves: its own exchange has no time limit and no way to
 * stop, drops the body of a 5xx answer, and waits and warns on the console before a retry.
 */
export function s3Exchange(settings: S3Settings & { readonly idleMs: number }): Exchange {
  const { bucket, accessKey, secretKey, region = 'us-east-1', idleMs } = settings
  const { protocol, hostname, port } = new URL(settings.endpoint)
  const secure = protocol === 'https:'
  const transport = secure ? https : http
  const agent = new transport.Agent({ keepAlive: true, maxSockets: MAX_SOCKETS })

  return async ({ method, key, query = {}, headers = {}, body = Buffer.alloc(0), signal }) => {
    signal?.throwIfAborted()
    let answer: IncomingMessage | undefined
    const client = new Client({
      endPoint: hostname,
      port: port ? Number(port) : secure ? 443 : 80,
      useSSL: secure,
      accessKey,
      secretKey,
      region,
      retryOptions: { disableRetry: true },
      transport: {
        request: (...args: unknown[]) => {
          const [options, respond] = args as [http.RequestOptions, (response: unknown) => void]
          const request = transport.request({ ...options, agent, timeout: idleMs, signal })
          request.on('timeout', () => {
            const late = error('store-timeout', { seconds: idleMs / 1000, what: method })
            if (answer) answer.destroy(late)
            else request.destroy(late)
          })
          request.on('response', (response) => {
            answer = response
            // Of a status that it does not like, minio would keep the body and the connection to itself.
            respond({ statusCode: 200 })
          })
          return request
        },
      } as unknown as typeof http,
    })
    const hash = createHash('sha256').update(body)
    try {
      await client.makeRequestStreamAsync(
        {
          method,
          bucketName: bucket,
          ...(key === undefined ? {} : { objectName: key }),
          query: queryOf(query),
          headers: given({ ...headers, 'content-length': String(body.length) }),
        },
        body,
        secure ? '' : hash.digest('hex'),
        [200],
        region,
      )
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      throw cause
    }
    if (!answer?.statusCode) throw error('store-garbled', { found: 'an answer without a status' })
    // What has no body is to be read to its end too: until then its connection is nobody else's.
    if (method === 'HEAD') answer.resume()
    return { status: answer.statusCode, headers: answer.headers, body: answer }
  }
}

function queryOf(query: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(given(query))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

function given<T>(all: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, T] => entry[1] !== undefined),
  )
}
