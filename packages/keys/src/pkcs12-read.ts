import { VaultError } from '@licencevault/errors'
import * as asn1js from 'asn1js'
import { AuthenticatedSafe, type ContentInfo, EncryptedData, PFX } from 'pkijs'
import { type Element, octetsOf, readBer } from './asn1.ts'
import { error, naming } from './codes.ts'
import { readSealedKey } from './encrypted-key.ts'
import { decrypt, type Sealed } from './encryption.ts'
import { IterationBudget } from './kdf.ts'
import { whatItIsInstead } from './mistaken.ts'
import { passwordByMac } from './pkcs12-mac.ts'
import { oids } from './pkcs12-oids.ts'

/** The most bytes a PKCS#12 container may have. */
const maxPkcs12Bytes = 1_048_576

/** The most bags (keys, certificates and others) a container may hold, and how deep they may nest. */
const maxBags = 256
const maxBagDepth = 4

/** What a container holds, as it stands there: nothing is checked yet. */
export interface Contents {
  /** PrivateKeyInfo, DER, decrypted. */
  readonly keys: readonly Uint8Array[]
  /** X.509 certificates, DER. */
  readonly certificates: readonly Uint8Array[]
  /** The name a person gave the key. */
  readonly friendlyName?: string
}

/** Opens a PKCS#12 container (RFC 7292) in password integrity mode, or without a MAC. */
export function readContainer(bytes: Uint8Array, password: string): Contents {
  if (bytes.length > maxPkcs12Bytes) {
    throw error('pkcs12-too-large', { size: bytes.length, limit: maxPkcs12Bytes })
  }
  try {
    return contentsOf(readPfx(bytes), password)
  } catch (cause) {
    // Whatever else a parser throws says the same thing: this is no PKCS#12. The cause may quote the file.
    throw cause instanceof VaultError ? cause : error('pkcs12-unreadable')
  }
}

function readPfx(bytes: Uint8Array): PFX {
  const element = readBer(bytes)
  const version = element instanceof asn1js.Sequence ? element.valueBlock.value[0] : undefined
  if (version instanceof asn1js.Integer && version.valueBlock.valueDec === 3)
    return new PFX({ schema: element })
  const found = whatItIsInstead(bytes, element)
  throw found ? error('pkcs12-is-other', naming(found)) : error('pkcs12-unreadable')
}

function contentsOf({ authSafe, macData }: PFX, password: string): Contents {
  if (authSafe.contentType !== oids.data)
    throw error('pkcs12-integrity-unknown', { found: authSafe.contentType })
  const content = required(octetsOf(authSafe.content))
  const budget = new IterationBudget()
  const opening: Opening = {
    password: macData ? passwordByMac(macData, content, password, budget) : password,
    budget,
    wrong: macData ? 'pkcs12-second-password' : 'pkcs12-password-wrong',
  }
  const { safeContents } = new AuthenticatedSafe({ schema: required(readBer(content)) })
  if (safeContents.length > maxBags) throw tooManyBags()
  const bags: Bag[] = []
  for (const safe of safeContents) collectBags(openSafe(safe, opening), bags, 1)
  return sorted(bags, opening)
}

interface Opening {
  readonly password: string | null
  readonly budget: IterationBudget
  /** What it means that a part does not open: with a MAC the password was right already. */
  readonly wrong: 'pkcs12-second-password' | 'pkcs12-password-wrong'
}

function openSafe(safe: ContentInfo, opening: Opening): Element {
  if (safe.contentType === oids.data) return required(readBer(required(octetsOf(safe.content))))
  if (safe.contentType !== oids.encryptedData) {
    throw error('key-encryption-unknown', naming({ en: safe.contentType, zh: safe.contentType }))
  }
  const { encryptedContentInfo: info } = new EncryptedData({ schema: safe.content })
  const data = new Uint8Array(info.getEncryptedContent())
  return readBer(open({ algorithm: info.contentEncryptionAlgorithm, data }, opening)) ?? refuse(opening)
}

function open(sealed: Sealed, opening: Opening): Uint8Array {
  return decrypt(sealed, opening.password, opening.budget) ?? refuse(opening)
}

function refuse({ wrong }: Opening): never {
  throw error(wrong)
}

interface Bag {
  readonly id: string
  readonly value: Element
  readonly friendlyName: string | undefined
}

function collectBags(safeContents: Element, into: Bag[], depth: number): void {
  if (depth > maxBagDepth) throw tooManyBags()
  for (const bag of members(safeContents)) {
    const [id, value, attributes] = members(bag)
    const oid = required(id instanceof asn1js.ObjectIdentifier ? id : undefined).valueBlock.toString()
    const inner = required(value && members(value)[0])
    if (oid === oids.safeContentsBag) collectBags(inner, into, depth + 1)
    else into.push({ id: oid, value: inner, friendlyName: friendlyNameOf(attributes) })
    if (into.length > maxBags) throw tooManyBags()
  }
}

/** Keys and certificates. CRLs and secrets that others keep in such files are left where they are. */
function sorted(bags: readonly Bag[], opening: Opening): Contents {
  const keys: Uint8Array[] = []
  const certificates: Uint8Array[] = []
  let friendlyName: string | undefined
  for (const bag of bags) {
    if (bag.id === oids.certBag) certificates.push(...certificatesOf(bag.value))
    if (bag.id !== oids.keyBag && bag.id !== oids.shroudedKeyBag) continue
    keys.push(
      bag.id === oids.keyBag ? derOf(bag.value) : open(required(readSealedKey(derOf(bag.value))), opening),
    )
    friendlyName ??= bag.friendlyName
  }
  return { keys, certificates, ...(friendlyName === undefined ? {} : { friendlyName }) }
}

function certificatesOf(certBag: Element): Uint8Array[] {
  const [id, value] = members(certBag)
  const isX509 = id instanceof asn1js.ObjectIdentifier && id.valueBlock.toString() === oids.x509Certificate
  if (!isX509) return []
  return [required(octetsOf(required(value && members(value)[0])))]
}

/** BMPString of the friendlyName attribute (RFC 2985 §5.5.1). */
function friendlyNameOf(attributes: Element | undefined): string | undefined {
  if (!attributes) return undefined
  for (const attribute of members(attributes)) {
    const [type, values] = members(attribute)
    if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== oids.friendlyName)
      continue
    const name = values && members(values)[0]
    if (name instanceof asn1js.BmpString)
      return new TextDecoder('utf-16be').decode(name.valueBlock.valueHexView)
  }
  return undefined
}

const tooManyBags = () => error('pkcs12-too-many-bags', { limit: maxBags, depth: maxBagDepth })

function members(element: Element): Element[] {
  return required(element instanceof asn1js.Constructed ? element.valueBlock.value : undefined) as Element[]
}

const derOf = (element: Element) => element.valueBeforeDecodeView

function required<T>(value: T | undefined): T {
  if (value === undefined) throw error('pkcs12-unreadable')
  return value
}
