import { documentOf, readDocument } from '../office.ts'
import { type CommittedUse, USES_FORMAT } from '../use/use.ts'
import { wordOf } from './read-package.ts'
import { noteDamage, type Taking, type Told } from './taking.ts'

interface UsesDocument {
  readonly format: typeof USES_FORMAT
  readonly records: readonly CommittedUse[]
}

/** Records of use that were committed together. Nothing rests on them: lost ones are named, and the rest goes on. */
export async function takeUses(taking: Taking, { recorded }: Told): Promise<void> {
  const { tx, office } = taking
  try {
    const bytes = await readDocument(office, recorded.entry.digests.uses ?? '')
    const { records } = documentOf<UsesDocument>(bytes, USES_FORMAT)
    for (let at = 0; at < records.length; at += 200) {
      const some = records.slice(at, at + 200).map((record) => ({ ...record, committed: 1 }))
      await tx.insertInto('archive_use').values(some).execute()
    }
  } catch (cause) {
    await noteDamage(taking, recorded, wordOf(cause))
  }
}
