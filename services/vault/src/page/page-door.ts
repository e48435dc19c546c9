import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { error } from '../codes.ts'
import type { ServerCertificate } from '../tls.ts'

/** The public page, being served. */
export interface PageDoor {
  /** `https://host:port/`. */
  readonly address: string
  close(): Promise<void>
}

export interface PageEntrance {
  /** `host:port`; port 0 takes a free one. */
  readonly address: string
  /** Absent for plain HTTP, which the settings allow on loopback alone. */
  readonly certificate?: ServerCertificate | undefined
}

/** How long a visitor may take to send a request, and connections that stand open at once. */
const pageLimits = { requestMs: 30_000, connections: 1_000 } as const

/** @throws VaultError `address-taken` */
export async function openPageDoor(
  { address, certificate }: PageEntrance,
  listener: RequestListener,
): Promise<PageDoor> {
  const colon = address.lastIndexOf(':')
  const [host, port] = [address.slice(0, colon).replace(/^\[|\]$/g, ''), Number(address.slice(colon + 1))]
  const server = certificate ? await secure(certificate, listener) : createServer(listener)
  server.requestTimeout = pageLimits.requestMs
  server.headersTimeout = pageLimits.requestMs
  server.maxConnections = pageLimits.connections
  await listen(server, host, port, address)
  const bound = (server.address() as AddressInfo).port
  return {
    address: `${certificate ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${bound}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** The certificate is taken up again whenever its files change. */
async function secure({ provider }: ServerCertificate, listener: RequestListener): Promise<SecureServer> {
  const server = createSecureServer(listener)
  await new Promise<void>((known) => {
    provider.addIdentityCertificateListener((identity) => {
      if (!identity) return
      server.setSecureContext({ cert: identity.certificate, key: identity.privateKey, minVersion: 'TLSv1.2' })
      known()
    })
  })
  return server
}

function listen(server: Server | SecureServer, host: string, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem) =>
      reject(error('address-taken', { address, why: problem.message }, { cause: problem })),
    )
    server.listen(port, host, resolve)
  })
}
