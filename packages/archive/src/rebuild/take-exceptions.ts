import { type CommittedLine, EXCEPTIONS_FORMAT } from '../filing/commit-exceptions.ts'
import { upsertLine } from '../filing/exceptions.ts'
import { documentOf, readDocument } from '../office.ts'
import { wordOf } from './read-package.ts'
import { noteDamage, type Taking, type Told } from './taking.ts'

interface ExceptionsDocument {
  readonly format: typeof EXCEPTIONS_FORMAT
  readonly records: readonly CommittedLine[]
}

/** Lines of the list of exceptions that were committed together. Lost ones are named, and the rest goes on. */
export async function takeExceptions(taking: Taking, { recorded }: Told): Promise<void> {
  const { tx, office } = taking
  try {
    const bytes = await readDocument(office, recorded.entry.digests.exceptions ?? '')
    const { records } = documentOf<ExceptionsDocument>(bytes, EXCEPTIONS_FORMAT)
    for (const line of records) await upsertLine(tx, { ...line, days_late: 0, committed: 1 })
  } catch (cause) {
    await noteDamage(taking, recorded, wordOf(cause))
  }
}
