import { createHash, createHmac } from 'node:crypto'

/** A place that speaks S3, and who we are there. */
export interface S3Place {
  /** Such as `http://127.0.0.1:9000`. */
  readonly endpoint: string
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

export interface RawRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** Bucket and key, such as `/bucket/a/b`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer> | string
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
}

/**
 * One request signed by Signature Version 4, as Amazon's page describes it, through no client library:
 * what the tests read back with.
 */
export async function rawS3(place: S3Place, request: RawRequest, now = new Date()): Promise<RawAnswer> {
  const { method, path, query = {}, headers = {}, body = '' } = request
  const { host, origin } = new URL(place.endpoint)
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${stamp.slice(0, 8)}/${place.region}/s3/aws4_request`
  const all = new Map(
    Object.entries({
      ...headers,
      host,
      'x-amz-date': stamp,
      'x-amz-content-sha256': sha256(body),
    }).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  )
  const names = [...all.keys()].sort()
  const target = path.split('/').map(encoded).join('/')
  const search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const canonical = [
    method,
    target,
    search,
    ...names.map((name) => `${name}:${all.get(name)}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')
  const key = [...scope.split('/')].reduce<string | Buffer>(
    (by, part) => hmac(by, part),
    `AWS4${place.secretKey}`,
  )
  all.set(
    'authorization',
    `AWS4-HMAC-SHA256 Credential=${place.accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${hmac(key, toSign).toString('hex')}`,
  )
  all.delete('host')
  const answer = await fetch(`${origin}${target}${search && `?${search}`}`, {
    method,
    headers: [...all],
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes, text: new TextDecoder().decode(bytes) }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest()
}

/** As the signature wants it: everything but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
