import { openFiled } from '../filing/open-filed.ts'
import { type ElementName, elements } from '../metadata/elements.ts'
import type { CaseRecord } from '../metadata/record.ts'
import type { Office } from '../office.ts'
import type { ShownElement } from './answer.ts'
import { committedTag } from './compare.ts'

const RECORD = 'metadata/record.json'

/**
 * 摘录: what the package says of the case, in the order of the elements' table. It is read from the package and held
 * against its tag manifest, and that against what the ledger commits to.
 *
 * @throws VaultError `file-altered`, and what opening a package throws
 */
export async function extractOf(office: Office, caseId: string): Promise<readonly ShownElement[]> {
  const opened = await openFiled(office, caseId)
  try {
    return shown(JSON.parse((await committedTag(opened, RECORD)).toString('utf8')) as CaseRecord)
  } finally {
    opened.close()
  }
}

function shown({ elements: said }: CaseRecord): ShownElement[] {
  return (Object.keys(elements) as ElementName[]).flatMap((name) => {
    const value = said[name]
    if (value === undefined) return []
    const { number, name: label }: { readonly number?: string; readonly name: ShownElement['label'] } =
      elements[name]
    return [{ name, label, value, ...(number !== undefined && { number }) }]
  })
}
