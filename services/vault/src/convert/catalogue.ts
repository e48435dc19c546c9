import type { Authority, AuthorityInput, AuthorityListInput, LicenceTypeInput } from '@licencevault/api'
import type { Template } from '@licencevault/document'
import { canonicalise, type JsonValue, type LicenceType, parseIJson } from '@licencevault/licence'
import type { AuthorityRecord, PublishedList, TypeRecord } from '@licencevault/vault'
import type { ListedAuthority } from '@licencevault/verify'
import { required } from './order.ts'

/** Its shape is checked by the vault. */
export function typeFrom(json: string): LicenceType {
  return parseIJson(Buffer.from(json, 'utf8')) as unknown as LicenceType
}

/** Its shape is checked by the vault. */
export function templateFrom(json: string): Template {
  return parseIJson(Buffer.from(json, 'utf8')) as unknown as Template
}

export function typeTo({ type, digest, recordedAt, index, retired }: TypeRecord): LicenceTypeInput {
  return {
    ref: { code: type.code, version: type.version },
    name: { en: type.nameEn, zh: type.name },
    kind: type.kind,
    issuingAuthorities: [...type.issuingAuthorities],
    retired,
    recordedAt,
    index,
    digest,
    definitionJson: jsonOf(type),
  }
}

export function jsonOf(value: object): string {
  return Buffer.from(canonicalise(value as unknown as JsonValue)).toString('utf8')
}

export function authorityFrom(message: Authority | null): ListedAuthority {
  const { code, name, sealCertificates, entitlements, receipts, paperKeys } = required(message, 'authority')
  const words = required(name, 'authority.name')
  return {
    code,
    name: { en: words.en, zh: words.zh },
    sealCertificates: sealCertificates.map((der) => new Uint8Array(der)),
    licenceTypes: entitlements.map(({ typeCode, from, to }) => ({ code: typeCode, from, to: to || null })),
    ...(receipts ? { receipts: { ledger: receipts.ledger, since: receipts.since } } : {}),
    paperKeys: paperKeys.map(({ publicKey, from, to }) => ({
      publicKey: new Uint8Array(publicKey),
      from,
      to: to || null,
    })),
  }
}

export function authorityTo({ authority }: AuthorityRecord): AuthorityInput {
  const { code, name, sealCertificates, licenceTypes, receipts, paperKeys } = authority
  return {
    code,
    name,
    sealCertificates: [...sealCertificates],
    entitlements: licenceTypes.map((type) => ({ typeCode: type.code, from: type.from, to: type.to ?? '' })),
    ...(receipts ? { receipts } : {}),
    paperKeys: paperKeys.map((key) => ({ publicKey: key.publicKey, from: key.from, to: key.to ?? '' })),
  }
}

export function listTo({ bytes, ...same }: PublishedList): AuthorityListInput {
  return { ...same, sealed: bytes }
}
