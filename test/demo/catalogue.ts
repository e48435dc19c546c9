import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { departments, licenceTypes, templateOf } from '@licencevault/city'
import type { Identity } from '@licencevault/keys'
import { createPkcs12, openPkcs12 } from '@licencevault/keys/pkcs12'
import { generateKey } from '@licencevault/keys/software'
import { openDevelopmentCa } from '../../services/vault/src/development/authority.ts'
import { attribute, certify } from '../../services/vault/src/development/certify.ts'
import type { VaultService } from './vault-service.ts'

const day = 86_400_000
/** Since when every licence of the city must carry the ledger's receipt. */
const receiptsSince = '2026-01-01T00:00:00Z'
const entitledSince = '2019-01-01T00:00:00Z'

/** The authority that changed its seal: its older one is rightly listed, and has ended. */
export const changedSeal = '11339900MB9X00023D'

/**
 * Loads the city's types and authorities and publishes the list. Everything under request ids of its own:
 * loading it once more changes nothing.
 */
export async function loadCity(vault: VaultService, now: Date, step: () => void): Promise<void> {
  const { catalogue } = vault.client
  for (const type of licenceTypes) {
    await catalogue.defineType({
      requestId: `demo-type-${type.code}`,
      definitionJson: JSON.stringify(type),
      templateJson: JSON.stringify(templateOf(type)),
    })
    step()
  }
  for (const { code, name, nameEn } of departments) {
    const entitlements = licenceTypes
      .filter(({ issuingAuthorities }) => issuingAuthorities.includes(code))
      .map((type) => ({ typeCode: type.code, from: entitledSince }))
    const authority = {
      code,
      name: { en: nameEn, zh: name },
      entitlements,
      receipts: { since: receiptsSince },
    }
    await catalogue.addAuthority({ requestId: `demo-authority-${code}`, authority })
    step()
  }
  await listEndedSeal(vault)
  const nextUpdate = `${new Date(now.getTime() + 90 * day).toISOString().slice(0, 19)}Z`
  await catalogue.publishAuthorityList({ requestId: `demo-list-${now.getTime()}`, nextUpdate })
}

/** One authority has an older seal beside its own; both are listed. */
async function listEndedSeal(vault: VaultService): Promise<void> {
  const [department] = departments.filter(({ code }) => code === changedSeal)
  if (!department) throw new RangeError('the city has that authority')
  const ended = await endedSeal(vault)
  const { authorities } = await vault.client.catalogue.findAuthorities({ nameContains: department.name })
  const listed = authorities.find(({ code }) => code === changedSeal)
  if (!listed || listed.sealCertificates.length > 1) return
  await vault.client.catalogue.reviseAuthority({
    requestId: `demo-older-seal-${changedSeal}`,
    authority: { ...listed, sealCertificates: [...listed.sealCertificates, Buffer.from(ended.certificate)] },
  })
}

/** The older seal, made once: of the same CA, and over since ten days. */
export async function endedSeal({ settings, sealOf }: VaultService): Promise<Identity> {
  const { folder, passwordFile } = settings.keys
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const file = join(folder, 'ended-seal.p12')
  if (existsSync(file)) return openPkcs12(await readFile(file), password)
  await sealOf(changedSeal)
  const root = await openDevelopmentCa(
    { certificate: join(folder, 'root.pem'), key: join(folder, 'root.key') },
    'licencevault development root',
  )
  const department = departments.find(({ code }) => code === changedSeal)
  const key = await generateKey('ES256')
  const certificate = await certify(
    {
      subject: [
        [attribute.country, 'CN'],
        [attribute.organization, department?.name ?? ''],
        [attribute.organizationIdentifier, changedSeal],
        [attribute.commonName, `${department?.name}电子印章（旧）`],
      ],
      publicKey: key.publicKey,
      notBefore: new Date(Date.now() - 700 * day),
      notAfter: new Date(Date.now() - 10 * day),
    },
    root,
  )
  await writeFile(file, await createPkcs12({ key, certificate, chain: [root.certificate] }, password), {
    mode: 0o600,
  })
  return openPkcs12(await readFile(file), password)
}

/** A copy of one seal under a password that a README can name. */
export async function sealToTry({ settings }: VaultService): Promise<Uint8Array> {
  const { folder, passwordFile } = settings.keys
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const file = await readFile(join(folder, 'seals', `${changedSeal}.p12`))
  const { key, certificate, chain } = await openPkcs12(file, password, { extractable: true })
  return createPkcs12({ key, certificate, chain }, 'demo')
}
