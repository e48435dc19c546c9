import { randomBytes } from 'node:crypto'
import {
  authorityListOf,
  licenceTypes,
  makeOrders,
  type SealedCity,
  sealCity,
  templateOf,
} from '@licencevault/city'
import { notoFonts } from '@licencevault/document/noto'
import { VaultError } from '@licencevault/errors'
import type { Signer } from '@licencevault/keys'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { type Ledger, openLedger } from '@licencevault/ledger'
import type { LicenceType, Order } from '@licencevault/licence'
import type { Blobs, Db } from '@licencevault/stores'
import { type Caller, openVault, type Vault, type VaultOptions } from '../src/index.ts'

/** What all beds share: seals take a while to make, and fonts to read. */
export interface World {
  readonly city: SealedCity
  readonly paperKey: Signer
  readonly ledgerKey: Signer
  readonly personalKey: Uint8Array
  readonly fonts: ReturnType<typeof notoFonts>
}

/** A clock that stands until it is moved. */
export interface TestClock {
  (): Date
  set(time: string): void
  forward(milliseconds: number): void
}

export interface Bed extends World {
  readonly vault: Vault
  readonly ledger: Ledger
  readonly clock: TestClock
  readonly options: VaultOptions
}

export interface BedOptions extends Partial<Omit<VaultOptions, 'clock'>> {
  readonly db: Db
  readonly blobs: Blobs
  readonly clock?: TestClock
}

export const ledgerName = 'licence.yunting.example/ledger'
export const now = '2026-11-25T03:00:00Z'

export async function makeWorld(): Promise<World> {
  const city = await sealCity({
    notBefore: new Date('2024-01-01T00:00:00Z'),
    notAfter: new Date('2030-01-01T00:00:00Z'),
  })
  return {
    city,
    paperKey: await ed25519(),
    ledgerKey: await ed25519(),
    personalKey: randomBytes(32),
    fonts: notoFonts(),
  }
}

async function ed25519(): Promise<Signer> {
  return nativeSigner(await (await generateKey('Ed25519')).exportPkcs8())
}

export function clockAt(time: string): TestClock {
  let at = Date.parse(time)
  return Object.assign(() => new Date(at), {
    set: (to: string) => {
      at = Date.parse(to)
    },
    forward: (milliseconds: number) => {
      at += milliseconds
    },
  })
}

/** Opens ledger and vault over stores, without anything in them. */
export async function openBed(
  world: World,
  { db, blobs, clock = clockAt(now), ...instead }: BedOptions,
): Promise<Bed> {
  const ledger =
    instead.ledger ?? (await openLedger({ db, blobs, signer: world.ledgerKey, name: ledgerName, clock }))
  const options: VaultOptions = {
    db,
    blobs,
    ledger,
    sealOf: async (authority) => world.city.sealOf(authority).identity,
    paperKey: world.paperKey,
    publisher: world.city.publisher,
    roots: [world.city.root.certificate],
    fonts: world.fonts,
    clock,
    verifyUrl: 'https://licence.yunting.example/v',
    personalKey: world.personalKey,
    keeper: keeper.authority,
    ...instead,
  }
  return { ...world, vault: await openVault(options), ledger, clock, options }
}

const [first = missing()] = licenceTypes
export const keeper: Caller & { readonly authority: string } = {
  application: 'catalogue.test',
  role: 'publisher',
  authority: first.definingAuthority.code,
}

export const issuer = (authority: string): Caller => ({
  application: 'issuing.test',
  role: 'issuer',
  authority,
})
export const officer = (authority: string): Caller => ({
  application: 'status.test',
  role: 'officer',
  authority,
})
export const enquirer: Caller = { application: 'counter.test', role: 'enquirer' }
export const auditor: Caller = { application: 'audit.test', role: 'auditor' }

/** Loads the city's catalogue, or some of its types, and publishes the list of authorities. */
export async function loadCatalogue(
  { vault, city, paperKey }: Bed,
  types: readonly LicenceType[] = licenceTypes,
): Promise<void> {
  await Promise.all(
    types.map((type) => vault.catalogue.defineType(keeper, `define-${type.code}`, type, templateOf(type))),
  )
  const { authorities } = authorityListOf(city, {
    issuedAt: now,
    nextUpdate: '2027-11-25T00:00:00Z',
    receipts: { ledger: ledgerName, since: '2026-01-01T00:00:00Z' },
    paperKeys: [{ publicKey: paperKey.publicKey, from: '2026-01-01T00:00:00Z', to: null }],
  })
  await Promise.all(
    authorities.map((authority) => vault.catalogue.addAuthority(keeper, `add-${authority.code}`, authority)),
  )
  await vault.catalogue.publishAuthorityList(keeper, 'publish-1', {
    nextUpdate: '2027-11-25T00:00:00Z',
    roots: [city.root.certificate],
  })
}

/** Work that must fail, by its word. */
export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing thrown',
    (cause: unknown) => (cause instanceof VaultError ? cause.code : String(cause)),
  )
}

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await Array.fromAsync(stream)))
}

/** Ledger and vault opened anew over what is there, as after a restart. */
export async function reopen(bed: Bed, instead: Partial<BedOptions> = {}): Promise<Bed> {
  const { db, blobs } = bed.options
  await bed.ledger.close()
  return openBed(bed, { db, blobs, clock: bed.clock, ...instead })
}

/** Orders of one type of the city, by its Chinese name. */
export function ordersOf(name: string, count: number, seed = 'vault'): Order[] {
  return [...makeOrders({ seed, count, types: [typeNamed(name)], on: '2026-11-25' })]
}

export function typeNamed(name: string): LicenceType {
  return licenceTypes.find((type) => type.name === name) ?? missing()
}

/** The one of a list that is needed. */
export function nth<T>(items: readonly T[], index: number): T {
  return items[index] ?? missing()
}

function missing(): never {
  throw new RangeError('the sample city has no such thing')
}
