import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pemOf } from '@licencevault/keys'
import type { Caller } from '../call.ts'
import { type DevelopmentCa, derOf, openDevelopmentCa, writeOpen, writeSecret } from './authority.ts'
import { attribute, revocationList, type Subject, serialOf } from './certify.ts'

/**
 * The development PKI, made on first start under `<data>/pki`: a CA, the service's certificate, a
 * revocation list and the certificate of an operator. In production the operator's own CA does all this.
 */
export async function makeDevelopmentPki(folder: string): Promise<void> {
  const ca = await open(folder)
  if (!existsSync(join(folder, 'server.pem'))) await makeServerCertificate(ca, folder)
  if (!existsSync(join(folder, 'ca.crl'))) await writeRevocationList(ca, folder, [])
  if (!existsSync(clientFiles(folder, 'operator').cert)) {
    await makeClientCertificate(folder, { application: 'operator', role: 'operator' })
  }
}

export interface ClientFiles {
  readonly cert: string
  readonly key: string
  readonly ca: string
}

/** Makes a client certificate for a caller: `<folder>/clients/<application>.pem` and `.key`. */
export async function makeClientCertificate(folder: string, caller: Caller): Promise<ClientFiles> {
  const ca = await open(folder)
  const { key, certificate } = await ca.issue({
    subject: subjectOf(caller),
    extendedKeyUsage: [CLIENT_AUTHENTICATION],
  })
  const files = clientFiles(folder, caller.application)
  await writeSecret(files.key, await key.exportPem())
  await writeOpen(files.cert, pemOf(certificate, 'CERTIFICATE'))
  return files
}

/** Adds a certificate (PEM) to the revocation list; their serial numbers stand beside it, one a line. */
export async function revokeClientCertificate(folder: string, pem: string): Promise<void> {
  const ca = await open(folder)
  const file = join(folder, 'revoked')
  await appendFile(file, `${serialOf(derOf(pem))}\n`)
  const serials = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  await writeRevocationList(ca, folder, serials)
}

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1'
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2'

function open(folder: string): Promise<DevelopmentCa> {
  const files = { certificate: join(folder, 'ca.pem'), key: join(folder, 'ca.key') }
  return openDevelopmentCa(files, 'licencevault development CA')
}

function clientFiles(folder: string, application: string): ClientFiles {
  const name = join(folder, 'clients', application.replace(/[^\w.-]/g, '_'))
  return { cert: `${name}.pem`, key: `${name}.key`, ca: join(folder, 'ca.pem') }
}

async function makeServerCertificate(ca: DevelopmentCa, folder: string): Promise<void> {
  const { key, certificate } = await ca.issue({
    subject: [[attribute.commonName, 'localhost']],
    extendedKeyUsage: [SERVER_AUTHENTICATION],
    reachedBy: [...new Set(['localhost', hostname(), '127.0.0.1', '::1'])],
  })
  await writeSecret(join(folder, 'server.key'), await key.exportPem())
  await writeOpen(join(folder, 'server.pem'), pemOf(certificate, 'CERTIFICATE'))
}

const year = 365 * 86_400_000

async function writeRevocationList(
  ca: DevelopmentCa,
  folder: string,
  serials: readonly string[],
): Promise<void> {
  // Clocks differ: it begins an hour ago.
  const from = new Date(Date.now() - 3_600_000)
  const until = new Date(from.getTime() + year)
  await writeOpen(join(folder, 'ca.crl'), await revocationList(ca, serials, { from, until }))
}

function subjectOf({ application, role, authority }: Caller): Subject {
  return [
    [attribute.country, 'CN'],
    ...(authority === undefined ? [] : [[attribute.organizationIdentifier, authority] as const]),
    [attribute.organizationalUnit, role],
    [attribute.commonName, application],
  ]
}
