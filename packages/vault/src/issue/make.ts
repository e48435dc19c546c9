import type { Press } from '@licencevault/document'
import { readCanonical } from '@licencevault/licence'
import { sealPrepared } from '@licencevault/signing'
import { type Trust, verifyLicence } from '@licencevault/verify'
import type { Catalogue } from '../catalogue/room.ts'
import { error } from '../codes.ts'
import { sha256, unlessThere } from '../documents.ts'
import type { Office } from '../office.ts'
import { printHere } from './printer.ts'
import type { Unfinished } from './record.ts'

/** The largest file that is taken for a licence. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

export const VOID_FORMAT = 'licencevault.void/1'

/** What stands under the final key of a licence. */
export type Standing =
  | { readonly how: 'file'; readonly digest: string; readonly size: number; readonly checkedAt: Date }
  | { readonly how: 'void'; readonly mark: VoidMark }

/** Stands where the file would, so that a licence made void never gets one. */
export interface VoidMark {
  readonly format: typeof VOID_FORMAT
  readonly identifier: string
  /** SHA-256 of the act's text, a blob. */
  readonly act: string
  readonly actor: { readonly application: string; readonly role: string }
  readonly request: string
}

interface Tools {
  readonly press: Press
  readonly catalogue: Catalogue
}

/**
 * Renders with the receipt attached, seals, and puts the file under its final key if none is there. What
 * stands there already is checked and adopted.
 */
export async function make(office: Office, licence: Unfinished, tools: Tools): Promise<Standing> {
  const { identifier, statement, qr } = licence
  const receipt = await office.ledger.receipt(await licence.issued)
  const printer = office.printer ?? printHere
  const page = await printer.print(tools.press, statement, { qrText: qr, receipt })
  const seal = await office.sealOf(statement.authority.code)
  const checkedAt = office.clock()
  const file = await sealPrepared(page, seal, { time: checkedAt })
  const key = office.keys.licence(identifier)
  if (await unlessThere(office.blobs.put(key, file, { ifAbsent: true }))) {
    return { how: 'file', digest: sha256(file), size: file.length, checkedAt }
  }
  return adopt(office, licence, await tools.catalogue.trust())
}

/** Judges what stands under the final key. Throws VaultError `file-foreign`. */
export async function adopt(
  office: Office,
  { identifier, statementDigest }: Pick<Unfinished, 'identifier' | 'statementDigest'>,
  trust: Trust,
): Promise<Standing> {
  const key = office.keys.licence(identifier)
  const size = (await office.blobs.head(key))?.size ?? 0
  const foreign = (verdict: string) => error('file-foreign', { identifier, verdict })
  if (size > MAX_FILE_BYTES) throw foreign(`${size} bytes`)
  const file = await office.blobs.get(key)
  const mark = readMark(file)
  if (mark) {
    if (mark.identifier === identifier) return { how: 'void', mark }
    throw foreign(VOID_FORMAT)
  }
  const checkedAt = office.clock()
  const { licence, genuine, verdict } = await verifyLicence(file, trust, { at: checkedAt })
  if (genuine === 'no' || licence?.statementDigest !== statementDigest) throw foreign(verdict)
  return { how: 'file', digest: sha256(file), size: file.length, checkedAt }
}

/** The mark of a voiding, if these bytes are one. */
export function readMark(bytes: Uint8Array): VoidMark | undefined {
  // A PDF begins otherwise, and a mark is small.
  if (bytes[0] !== 0x7b || bytes.length > 4096) return undefined
  try {
    const value = readCanonical(bytes) as unknown as VoidMark
    return value.format === VOID_FORMAT ? value : undefined
  } catch {
    return undefined
  }
}
