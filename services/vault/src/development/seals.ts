import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPkcs12 } from '@licencevault/keys/pkcs12'
import { generateKey } from '@licencevault/keys/software'
import { TSL_SIGNING } from '@licencevault/verify'
import type { Settings } from '../settings.ts'
import { type DevelopmentCa, openDevelopmentCa, writeSecret } from './authority.ts'
import { attribute, type Subject } from './certify.ts'

/**
 * Keys for development, made when they are missing: a root under which seals and the list's publisher
 * stand, the ledger's and the paper's key, and a seal for each authority that is added without one.
 */
export async function makeDevelopmentKeys({ folder, passwordFile }: Settings['keys']): Promise<void> {
  if (!existsSync(passwordFile)) await writeSecret(passwordFile, `${randomBytes(24).toString('base64url')}\n`)
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const personal = join(folder, 'personal.key')
  if (!existsSync(personal)) await writeSecret(personal, `${randomBytes(32).toString('hex')}\n`)
  for (const name of ['ledger', 'paper']) {
    const file = join(folder, `${name}.pem`)
    if (existsSync(file)) continue
    const key = await generateKey('Ed25519')
    await writeSecret(file, await key.exportEncryptedPem(password, ITERATIONS))
  }
  const publisher = join(folder, 'publisher.p12')
  if (!existsSync(publisher)) await makePublisher(folder, publisher, password)
}

/** Few: the password lies beside the files that it opens. */
const ITERATIONS = 1_000

function openRoot(folder: string): Promise<DevelopmentCa> {
  const files = { certificate: join(folder, 'root.pem'), key: join(folder, 'root.key') }
  return openDevelopmentCa(files, 'licencevault development root')
}

async function makePublisher(folder: string, file: string, password: string): Promise<void> {
  const root = await openRoot(folder)
  const issued = await root.issue({
    subject: [
      [attribute.country, 'CN'],
      [attribute.commonName, 'licencevault development publisher'],
    ],
    extendedKeyUsage: [TSL_SIGNING],
  })
  const contents = { ...issued, chain: [root.certificate] }
  await writeSecret(file, await createPkcs12(contents, password, { iterations: ITERATIONS }))
}

/** Makes the seal of an authority unless it is there. */
export async function makeDevelopmentSeal(
  { folder }: Settings['keys'],
  password: string,
  authority: string,
  name: string,
): Promise<void> {
  const file = join(folder, 'seals', `${authority}.p12`)
  if (existsSync(file)) return
  const root = await openRoot(folder)
  const subject: Subject = [
    [attribute.country, 'CN'],
    [attribute.organization, name],
    [attribute.organizationIdentifier, authority],
    [attribute.commonName, `${name}电子印章`],
  ]
  const contents = { ...(await root.issue({ subject })), chain: [root.certificate] }
  await writeSecret(file, await createPkcs12(contents, password, { iterations: ITERATIONS }))
}
