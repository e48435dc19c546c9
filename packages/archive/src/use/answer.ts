import type { VaultError, Words } from '@licencevault/errors'
import type { Hold } from '../holds/hold.ts'
import type { Form } from '../schedules/schedule.ts'
import type { FileRow } from '../tables.ts'
import type { CopyCertificate } from './certify.ts'

/** A file as a use shows it: a list entry tells no more than that it is there. */
export interface UsedFile {
  readonly number: number
  readonly material: string
  readonly title: string
  readonly path?: string
  readonly size?: number
  readonly sha256?: string
  readonly format?: string
}

/** One metadata element of the case (DA/T 46). */
export interface ShownElement {
  /** Such as `archivalNumber`. */
  readonly name: string
  /** Such as `M22`, where the standard's number is known. */
  readonly number?: string
  readonly label: Words
  readonly value: string | number
}

export type UseAnswer =
  | {
      readonly granted: true
      readonly form: Form
      readonly caseId: string
      readonly archivalNumber: string
      readonly title: string
      /** What the form shows of the file that was asked for. */
      readonly file?: UsedFile
      /** Of the case's own entry: its files, as far as each may be used so by this reader. */
      readonly files: readonly UsedFile[]
      /** How many of its files may not. */
      readonly withheld: number
      /** Of an extract: what the package says of the case, as the ledger commits to it. */
      readonly elements: readonly ShownElement[]
      /** Of a certified copy: whose copy of what it is, under the seal of who keeps the archive. */
      readonly certificate?: CopyCertificate
      /**
       * The file itself, where the form is a copy. Read to its end it has been compared with the register: a file
       * that is not what was filed fails with `file-altered`.
       */
      readonly content?: () => Promise<AsyncIterable<Uint8Array>>
      readonly holds: readonly Hold[]
    }
  | { readonly granted: false; readonly refusal: VaultError; readonly holds: readonly Hold[] }

/** Forms that hand over the file; a list entry and an extract tell of it. */
export const copies: ReadonlySet<string> = new Set<Form>(['copy', 'certified-copy'])

export function shownFile({ number, material, title, ...more }: FileRow, form: Form): UsedFile {
  if (form === 'list') return { number, material, title }
  const { path, size, sha256, format } = more
  return { number, material, title, path, size, sha256, format }
}
