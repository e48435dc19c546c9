import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type OrderInput, orderOf, type VaultClient } from '@licencevault/api'
import { departments, licenceTypes, makeOrders, templateOf } from '@licencevault/city'
import type { LicenceType } from '@licencevault/licence'
import { makeClientCertificate, readSettings, type Service, serve } from '@licencevault/service'

/** A service with the embedded default in a folder of its own, and clients that come in by its TLS door. */
export interface House {
  readonly service: Service
  readonly folder: string
  readonly address: string
  /** The operator's client. */
  readonly operator: VaultClient
  /** A client with a certificate of its own; closed with the house. */
  clientOf(role: Role, authority?: string, application?: string): Promise<VaultClient>
  /** The same certificate as files, for other programs and for revoking. */
  certificateOf(
    role: Role,
    authority?: string,
    application?: string,
  ): Promise<{ cert: string; key: string; ca: string }>
  connectWith(files: { cert: string; key: string; ca: string }, timeoutMs?: number): VaultClient
  close(): Promise<void>
}

type Role =
  | 'operator'
  | 'publisher'
  | 'issuer'
  | 'officer'
  | 'auditor'
  | 'enquirer'
  | 'archivist'
  | 'approver'
  | 'filer'
  | 'reader'

export async function openHouse(given: Readonly<Record<string, unknown>> = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-house-'))
  const settings = await readSettings({
    given: {
      data: folder,
      'grpc.address': '127.0.0.1:0',
      'page.address': '127.0.0.1:0',
      'log.level': 'silent',
      ...given,
    },
  })
  const service = await serve(settings)
  const [address = ''] = service.addresses
  const pki = join(folder, 'pki')
  const clients: VaultClient[] = []
  const connectWith: House['connectWith'] = ({ cert, key, ca }, timeoutMs = 30_000) => {
    const tls = { cert: readFileSync(cert), key: readFileSync(key), ca: readFileSync(ca) }
    const client = connect({ address: address.replace('127.0.0.1', 'localhost'), tls, timeoutMs })
    clients.push(client)
    return client
  }
  const certificateOf: House['certificateOf'] = (role, authority, application = `${role}.test`) =>
    makeClientCertificate(pki, { application, role, ...(authority === undefined ? {} : { authority }) })
  const operatorFiles = {
    cert: join(pki, 'clients/operator.pem'),
    key: join(pki, 'clients/operator.key'),
    ca: join(pki, 'ca.pem'),
  }
  return {
    service,
    folder,
    address,
    operator: connectWith(operatorFiles),
    certificateOf,
    connectWith,
    clientOf: async (...who) => connectWith(await certificateOf(...who)),
    async close() {
      for (const client of clients) client.close()
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Defines types of the sample city and the authorities that issue them, and publishes the list. */
export async function loadCity(client: VaultClient, names: readonly string[], since?: string): Promise<void> {
  const types = names.map(typeNamed)
  for (const type of types) {
    await client.catalogue.defineType({
      requestId: `define-${type.code}`,
      definitionJson: JSON.stringify(type),
      templateJson: JSON.stringify(templateOf(type)),
    })
  }
  const issuers = new Set(types.flatMap(({ issuingAuthorities }) => issuingAuthorities))
  for (const { code, name, nameEn } of departments.filter((department) => issuers.has(department.code))) {
    const entitled = types.filter(({ issuingAuthorities }) => issuingAuthorities.includes(code))
    await client.catalogue.addAuthority({
      requestId: `add-${code}`,
      authority: {
        code,
        name: { en: nameEn, zh: name },
        entitlements: entitled.map((type) => ({ typeCode: type.code, from: '2019-01-01T00:00:00Z' })),
        ...(since === undefined ? {} : { receipts: { since } }),
      },
    })
  }
  await client.catalogue.publishAuthorityList({ requestId: 'publish', nextUpdate: inDays(30) })
}

/** Orders of one type from today on, all for one authority: whichever comes first unless told. */
export function ordersOf(
  name: string,
  count: number,
  { seed = 'service', authority }: { seed?: string; authority?: string } = {},
): OrderInput[] {
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const drawn = makeOrders({ seed, count: count * 40, types: [typeNamed(name)], on })
  const orders: OrderInput[] = []
  let whose = authority
  for (const order of drawn) {
    whose ??= order.authority.code
    if (order.authority.code === whose) orders.push(orderOf(order))
    if (orders.length === count) break
  }
  return orders
}

export function typeNamed(name: string): LicenceType {
  return needed(licenceTypes.find((type) => type.name === name))
}

export const inDays = (days: number) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`

export function needed<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new RangeError('it should be there')
  return value
}
