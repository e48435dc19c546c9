import { openPress, type Press } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import { readTemplate, readType } from '../catalogue/types.ts'
import type { Office } from '../office.ts'

/** A version of a type, with its face ready to be filled in. */
export interface KnownType {
  readonly type: LicenceType
  readonly press: Press
}

/** Versions never change, so each is read once; more than these are read again. */
const KEPT = 1000

/** Gives the press of a version, opened when it is first asked for. Throws VaultError `type-unknown`. */
export function pressRoom(office: Office): (code: string, version: number) => Promise<KnownType> {
  const known = new Map<string, Promise<KnownType>>()
  return (code, version) => {
    const name = `${code}@${version}`
    const standing = known.get(name)
    if (standing) return standing
    const opening = open(office, code, version)
    if (known.size >= KEPT) known.clear()
    known.set(name, opening)
    opening.catch(() => known.delete(name))
    return opening
  }
}

async function open(office: Office, code: string, version: number): Promise<KnownType> {
  const { type } = await readType(office, code, version)
  return { type, press: openPress(await readTemplate(office, type), office.fonts) }
}
