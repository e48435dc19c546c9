import { type Kysely, sql } from 'kysely'

/** Whether a use is committed stands with it: numbers are given before their rows can be seen. */
export async function committedUses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('archive_use')
    .addColumn('committed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`update archive_use set committed = 1
    where id <= (select after_index from archive_follower where name = 'uses')`.execute(db)
  await sql`delete from archive_follower where name = 'uses'`.execute(db)
  await sql`create index archive_use_uncommitted on archive_use (id) where committed = 0`.execute(db)
}

/** What a use referred to, and which file a fetch was of. */
export async function useReferences(db: Kysely<unknown>): Promise<void> {
  const add = (name: string, type: 'integer' | 'text') =>
    db.schema
      .alterTable('archive_use')
      .addColumn(name, type, (column) => (type === 'integer' ? column.notNull().defaultTo(0) : column))
      .execute()
  await add('revision', 'integer')
  for (const name of ['path', 'application_number', 'holder_consent', 'office_consent'])
    await add(name, 'text')
}
