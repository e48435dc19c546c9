import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { signCrl, signOcsp } from '@licencevault/kit/evidence'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Certificate, readCertificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import { buildPath } from '../path.ts'
import { type FetcherOptions, type RevocationFetcher, revocationFetcher } from './fetcher.ts'
import { revocationRule } from './rule.ts'

const day = 86_400_000
const at = new Date('2027-06-15T00:00:00Z')
const dates = { notBefore: new Date(at.getTime() - 100 * day), notAfter: new Date(at.getTime() + 100 * day) }
const current = { thisUpdate: new Date(at.getTime() - day), nextUpdate: new Date(at.getTime() + 6 * day) }
const uri = (value: string) => der.implicit(6, new TextEncoder().encode(value))

type Handler = (request: IncomingMessage, body: Uint8Array, response: ServerResponse) => void
let server: Server
let base: string
let handler: Handler
let asked: string[]
let ca: TestCa

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk as Uint8Array)
    asked.push(`${request.method} ${request.url}`)
    handler(request, Buffer.concat(chunks), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  ca = await createCa({ name: '根', ...dates })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  handler = (_, __, response) => response.writeHead(500).end()
})

const holder = (where: { readonly crl?: string; readonly ocsp?: string }): Promise<IssuedIdentity> =>
  ca.issue({
    subject: { CN: '印章' },
    ...dates,
    extensions: [
      ...(where.crl === undefined
        ? []
        : [
            {
              oid: '2.5.29.31',
              value: der.sequence(der.sequence(der.explicit(0, der.explicit(0, uri(where.crl))))),
            },
          ]),
      ...(where.ocsp === undefined
        ? []
        : [
            {
              oid: '1.3.6.1.5.5.7.1.1',
              value: der.sequence(der.sequence(der.oid('1.3.6.1.5.5.7.48.1'), uri(where.ocsp))),
            },
          ]),
    ],
  })

const fetcherWith = (options: Partial<FetcherOptions> = {}) =>
  revocationFetcher({ fetch: (url, init) => fetch(url, init), clock: () => at, ...options })

async function ask(
  leaf: IssuedIdentity,
  fetcher: RevocationFetcher,
  candidates: readonly Certificate[] = [],
): Promise<string> {
  const { checks } = await buildPath({
    leaf: readCertificate(leaf.certificate),
    candidates,
    roots: [readCertificate(ca.certificate)],
    at,
    rules: [revocationRule({ fetcher })],
  })
  const check = checks.find(({ name }) => name === 'revocation')
  return check?.reason ? `${check.reason}: ${check.evidence.problem ?? ''}` : 'good'
}

describe('fetching', () => {
  it('a list, once while it is current', async () => {
    const crl = await signCrl(ca, current)
    handler = (_, __, response) => response.end(crl)
    const leaf = await holder({ crl: `${base}/ca.crl` })
    const fetcher = fetcherWith()
    expect(await ask(leaf, fetcher)).toBe('good')
    expect(await ask(leaf, fetcher)).toBe('good')
    expect(asked).toEqual(['GET /ca.crl'])
    const late = fetcherWith({ clock: () => new Date(current.nextUpdate.getTime() + 1) })
    await ask(leaf, late)
    await ask(leaf, late)
    expect(asked).toHaveLength(3)
  })

  it('a response, with the nonce that was sent; one to another request is refused', async () => {
    const leaf = await holder({ ocsp: `${base}/ocsp` })
    const about = { certificate: leaf.certificate, issuer: ca.certificate, ...current }
    handler = async (_, body, response) => {
      const nonce = body.subarray(body.length - 32)
      response.end(await signOcsp(ca, { ...about, nonce }))
    }
    expect(await ask(leaf, fetcherWith())).toBe('good')
    handler = async (_, __, response) => {
      response.end(await signOcsp(ca, { ...about, nonce: Uint8Array.of(1) }))
    }
    expect(await ask(leaf, fetcherWith())).toBe('ocsp-nonce-wrong: ')
    expect(asked).toEqual(['POST /ocsp', 'POST /ocsp'])
  })

  it('a list when the responder fails', async () => {
    const crl = await signCrl(ca, current)
    handler = (request, _, response) => {
      if (request.method === 'GET') response.end(crl)
      else response.writeHead(503).end()
    }
    const leaf = await holder({ ocsp: `${base}/ocsp`, crl: `${base}/ca.crl` })
    expect(await ask(leaf, fetcherWith())).toBe('good')
    expect(asked).toEqual(['POST /ocsp', 'GET /ca.crl'])
  })

  it('nothing beyond the bounds of time and size', async () => {
    const leaf = await holder({ crl: `${base}/ca.crl` })
    handler = () => {}
    expect(await ask(leaf, fetcherWith({ timeout: 100 }))).toBe(
      'revocation-not-fetched: the address does not answer in time',
    )
    handler = (_, __, response) => response.write(new Uint8Array(10))
    expect(await ask(leaf, fetcherWith({ timeout: 100 }))).toBe(
      'revocation-not-fetched: the address does not answer in time',
    )
    const deaf = { fetch: () => new Promise<never>(() => {}), timeout: 100 }
    expect(await ask(leaf, fetcherWith(deaf))).toBe(
      'revocation-not-fetched: the address does not answer in time',
    )
    handler = (_, __, response) => response.end(new Uint8Array(101))
    expect(await ask(leaf, fetcherWith({ largest: 100 }))).toBe(
      'revocation-not-fetched: it is larger than 100 bytes',
    )
    handler = (_, __, response) => response.writeHead(302, { location: '/other' }).end()
    expect(await ask(leaf, fetcherWith())).toBe('revocation-not-fetched: the address cannot be reached')
    handler = (_, __, response) => response.writeHead(404).end()
    expect(await ask(leaf, fetcherWith())).toBe('revocation-not-fetched: the address answers 404')
    handler = (_, __, response) => response.end('no list')
    expect(await ask(leaf, fetcherWith())).toMatch(/^revocation-unreadable: /)
  })

  it('so many addresses, about so many certificates, and no more', async () => {
    const addresses = [1, 2, 3].map((i) =>
      der.sequence(der.explicit(0, der.explicit(0, uri(`${base}/${i}.crl`)))),
    )
    const extensions = [{ oid: '2.5.29.31', value: der.sequence(...addresses) }]
    handler = (_, __, response) => response.writeHead(404).end()
    await ask(await ca.issue({ subject: { CN: 'x' }, ...dates, extensions }), fetcherWith())
    expect(asked).toHaveLength(limits.fetchAddresses)

    const chain = [ca]
    for (let i = 0; i < limits.callFetches; i++) {
      const above = chain.at(-1) ?? ca
      chain.push(await above.subCa({ name: `${i}`, ...dates }))
    }
    const crls = new Map(
      await Promise.all(chain.map(async (one) => [one.certificate, await signCrl(one, current)] as const)),
    )
    let fetches = 0
    const fetcher: RevocationFetcher = {
      fetch: async (_, issuer) => {
        fetches++
        const crl = [...crls].find(([certificate]) => Buffer.compare(certificate, issuer.der) === 0)?.[1]
        return { crls: crl ? [crl] : [], ocspResponses: [] }
      },
    }
    const candidates = chain.slice(1).map(({ certificate }) => readCertificate(certificate))
    const lowest = await chain.at(-1)?.issue({ subject: { CN: 'x' }, ...dates })
    if (!lowest) throw new Error('no chain')
    expect(await ask(lowest, fetcher, candidates)).toMatch(/^revocation-unknown/)
    expect(fetches).toBe(limits.callFetches)
  })

  it('offline, only what is kept', async () => {
    const leaf = await holder({ crl: `${base}/ca.crl` })
    expect(await ask(leaf, fetcherWith({ offline: true }))).toBe(
      'revocation-not-fetched: nobody may be asked',
    )
    const crl = await signCrl(ca, current)
    const cache = { get: () => crl, set: () => {} }
    expect(await ask(leaf, fetcherWith({ offline: true, cache }))).toBe('good')
    expect(asked).toEqual([])
  })

  it('only addresses that may be asked', async () => {
    const none = 'revocation-not-fetched: it names no address that may be asked'
    for (const crl of ['ldap://x.cn/a', 'file:///etc/passwd', 'http://u:p@127.0.0.1/', 'nowhere']) {
      expect(await ask(await holder({ crl }), fetcherWith())).toBe(none)
    }
    const leaf = await holder({ crl: `${base}/ca.crl` })
    expect(await ask(leaf, fetcherWith({ allow: ({ hostname }) => hostname !== '127.0.0.1' }))).toBe(none)
    expect(await ask(await holder({}), fetcherWith())).toBe(none)
    expect(asked).toEqual([])
  })
})
