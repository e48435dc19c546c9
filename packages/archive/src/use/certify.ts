import type { Words } from '@licencevault/errors'
import type { Identity } from '@licencevault/keys'
import { canonicalise } from '@licencevault/licence'
import { signCms } from '@licencevault/signing'
import type { Caller } from '../caller.ts'
import { openFiled } from '../filing/open-filed.ts'
import type { Office } from '../office.ts'
import type { CaseRow, FileRow } from '../tables.ts'

/** The seal of who keeps the archive; nothing where there is none for this. */
export type Certify = () => Promise<Identity | undefined>

export const CERTIFICATE_FORMAT = 'licencevault.copy-certificate/1'

/** 证明: what a certified copy is handed over with. */
export interface CopyCertificate {
  /** `licencevault.copy-certificate/1`, canonical JSON: CERTIFICATE.md. */
  readonly bytes: Uint8Array
  /** CMS SignedData over exactly these bytes (CAdES, detached), DER. */
  readonly signature: Uint8Array
}

const statement: Words = {
  en: 'The copy with this digest is what is kept under this archival number, as it was filed.',
  zh: '摘要与此相符的复制件，与本单位以此档号保管的归档文件一致。',
}

/** What a certificate says, besides its format and its sentence. */
export interface Certified {
  /** USCC of who keeps the archive. */
  readonly authority: string
  /** Name of the ledger that the package is recorded in. */
  readonly ledger: string
  readonly case: {
    readonly id: string
    readonly archivalNumber: string
    readonly fonds: string
    readonly title: string
    readonly item: string
    readonly office: string
    readonly caseNumber: string
    readonly closedOn: string
    readonly filedOn: string
  }
  /** The digest to which the ledger's entry of the case commits. */
  readonly package: { readonly revision: number; readonly commitment: string }
  readonly file: Omit<FileRow, 'case_row'>
  /** To whom it is handed over. */
  readonly recipient: {
    readonly application: string
    readonly user: string
    readonly authority: string | null
  }
  readonly purpose: string
  /** Seconds, UTC. */
  readonly issuedAt: string
}

/** The same bytes each time. */
export function writeCertificate(certified: Certified): Uint8Array {
  return canonicalise({ format: CERTIFICATE_FORMAT, statement, ...certified })
}

/** Certifies that a copy is what was filed: a statement over its digest, under a seal. */
export async function certifyCopy(
  office: Office,
  seal: Identity,
  {
    row,
    file,
    caller,
    purpose,
  }: { readonly row: CaseRow; readonly file: FileRow; readonly caller: Caller; readonly purpose: string },
): Promise<CopyCertificate> {
  const opened = await openFiled(office, row.case_id)
  opened.close()
  const { revision, commitment } = opened
  const { case_row: _, ...of } = file
  const at = new Date(Math.floor(office.clock().getTime() / 1000) * 1000)
  const bytes = writeCertificate({
    authority: office.authority,
    ledger: office.ledger.name,
    case: {
      id: row.case_id,
      archivalNumber: row.archival_number,
      fonds: row.fonds,
      title: row.title,
      item: row.item,
      office: row.office,
      caseNumber: row.case_number,
      closedOn: row.closed_on,
      filedOn: row.filed_on,
    },
    package: { revision, commitment },
    file: of,
    recipient: {
      application: caller.application,
      user: caller.user ?? '',
      authority: caller.authority ?? null,
    },
    purpose,
    issuedAt: at.toISOString().replace('.000Z', 'Z'),
  })
  return { bytes, signature: await signCms(bytes, seal, { detached: true, signingTime: at }) }
}
