import { documentOf, readDocument } from '../office.ts'
import type { UseRow } from '../tables.ts'
import { USES, USES_FORMAT } from '../use/use.ts'
import { wordOf } from './read-package.ts'
import { nameIn, noteDamage, type Taking, type Told } from './taking.ts'

interface UsesDocument {
  readonly format: typeof USES_FORMAT
  readonly records: readonly UseRow[]
}

/** Records of use that were committed together. Nothing rests on them: lost ones are named, and the rest goes on. */
export async function takeUses(taking: Taking, { recorded }: Told): Promise<void> {
  const { tx, office } = taking
  const { uses: digest = '' } = recorded.entry.digests
  // The records behind the last one that was committed before.
  let last = Number(nameIn(recorded)) - 1
  try {
    const bytes = await readDocument(office, digest)
    const { records } = documentOf<UsesDocument>(bytes, USES_FORMAT)
    for (let at = 0; at < records.length; at += 200) {
      await tx
        .insertInto('archive_use')
        .values(records.slice(at, at + 200))
        .execute()
    }
    last = records.at(-1)?.id ?? last
  } catch (cause) {
    await noteDamage(taking, recorded, wordOf(cause))
  }
  await tx
    .insertInto('archive_follower')
    .values({ name: USES, after_index: last })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ after_index: last }))
    .execute()
}
