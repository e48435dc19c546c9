import type { Db } from '@licencevault/stores'
import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { indexName, narrowings } from './due-indexes.ts'
import { undatedIndexes } from './undated-indexes.ts'
import { committedUses, useReferences } from './use/migrations.ts'

/** The steps that make the tables of `tables.ts`, for one engine. */
export function migrations(dialect: Db['dialect']): Readonly<Record<string, Migration>> {
  return {
    '001-rooms': { up: (db) => rooms(db, dialect) },
    '002-damage': { up: damage },
    '003-undated': { up: undatedIndexes },
    '004-late': { up: (db) => late(db, dialect) },
    '005-uses': { up: committedUses },
    '006-use-references': { up: useReferences },
    '007-event-source': { up: eventSource },
  }
}

const needed = (column: ColumnDefinitionBuilder) => column.notNull()

async function rooms(db: Kysely<unknown>, dialect: Db['dialect']): Promise<void> {
  const create = (name: string) => db.schema.createTable(name) as CreateTableBuilder<string, never>
  /** A number that the engine counts up. On SQLite only `integer primary key` is the row's own number. */
  const counted = (table: CreateTableBuilder<string, never>, name: string) =>
    dialect === 'sqlite'
      ? table.addColumn(name, 'integer', (column) => column.primaryKey())
      : table.addColumn(name, 'bigint', (column) => column.generatedByDefaultAsIdentity().primaryKey())

  await create('archive_item')
    .addColumn('code', 'text', needed)
    .addColumn('version', 'integer', needed)
    .addColumn('name', 'text', needed)
    .addColumn('type', 'text', needed)
    .addColumn('authority', 'text', needed)
    .addColumn('variant_of', 'text')
    .addColumn('body', 'text', needed)
    .addColumn('defined_us', 'bigint', needed)
    .addColumn('retired_on', 'text')
    .addPrimaryKeyConstraint('archive_item_key', ['code', 'version'])
    .execute()
  await db.schema
    .createIndex('archive_item_authority')
    .on('archive_item')
    .columns(['authority', 'code'])
    .execute()

  await create('archive_schedule')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('state', 'text', needed)
    .addColumn('title', 'text', needed)
    .addColumn('digest', 'text', needed)
    .addColumn('items', 'integer', needed)
    .addColumn('proposed_by', 'text', needed)
    .addColumn('decided_by', 'text')
    .addColumn('effective_from', 'text')
    .addColumn('proposed_us', 'bigint', needed)
    .addColumn('decided_us', 'bigint')
    .execute()
  await create('archive_schedule_item')
    .addColumn('number', 'integer', needed)
    .addColumn('item', 'text', needed)
    .addColumn('item_version', 'integer', needed)
    .addColumn('body', 'text', needed)
    .addColumn('effective_from', 'text')
    .addPrimaryKeyConstraint('archive_schedule_item_key', ['number', 'item'])
    .execute()
  await db.schema
    .createIndex('archive_schedule_item_date')
    .on('archive_schedule_item')
    .columns(['item', 'effective_from', 'number'])
    .execute()

  await counted(create('archive_case'), 'id')
    .addColumn('case_id', 'text', needed)
    .addColumn('fonds', 'text', needed)
    .addColumn('class', 'text', needed)
    .addColumn('item', 'text', needed)
    .addColumn('item_version', 'integer', needed)
    .addColumn('office', 'text', needed)
    .addColumn('case_number', 'text', needed)
    .addColumn('archival_number', 'text', needed)
    .addColumn('title', 'text', needed)
    .addColumn('outcome', 'text', needed)
    .addColumn('situations', 'text', needed)
    .addColumn('accepted_on', 'text')
    .addColumn('closed_on', 'text', needed)
    .addColumn('filed_on', 'text', needed)
    .addColumn('schedule', 'integer', needed)
    .addColumn('rescheduled_on', 'text')
    .addColumn('state', 'text', needed)
    .addColumn('retention', 'text', needed)
    .addColumn('start_on', 'text')
    .addColumn('due_on', 'text')
    .addColumn('holds', 'integer', needed)
    .addColumn('package_digest', 'text', needed)
    .addColumn('package_size', 'bigint', needed)
    .execute()
  await caseIndexes(db)

  await create('archive_case_licence')
    .addColumn('case_row', 'bigint', needed)
    .addColumn('identifier', 'text', needed)
    .addPrimaryKeyConstraint('archive_case_licence_key', ['case_row', 'identifier'])
    .execute()
  await db.schema
    .createIndex('archive_case_licence_identifier')
    .on('archive_case_licence')
    .columns(['identifier', 'case_row'])
    .execute()
  await create('archive_case_event')
    .addColumn('case_row', 'bigint', needed)
    .addColumn('event', 'text', needed)
    .addColumn('happened_on', 'text', needed)
    .addPrimaryKeyConstraint('archive_case_event_key', ['case_row', 'event'])
    .execute()
  await create('archive_file')
    .addColumn('case_row', 'bigint', needed)
    .addColumn('number', 'integer', needed)
    .addColumn('material', 'text', needed)
    .addColumn('path', 'text', needed)
    .addColumn('title', 'text', needed)
    .addColumn('size', 'bigint', needed)
    .addColumn('sha256', 'text', needed)
    .addColumn('format', 'text', needed)
    .addPrimaryKeyConstraint('archive_file_key', ['case_row', 'number'])
    .execute()

  await create('archive_licence')
    .addColumn('identifier', 'text', (column) => column.primaryKey())
    .addColumn('known', 'integer', needed)
    .addColumn('valid_until', 'text')
    .addColumn('ended_on', 'text')
    .addColumn('successor', 'text')
    .execute()
  await db.schema.createIndex('archive_licence_successor').on('archive_licence').column('successor').execute()
  await create('archive_follower')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('after_index', 'bigint', needed)
    .execute()

  await create('archive_hold')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority', 'text', needed)
    .addColumn('reason', 'text', needed)
    .addColumn('decision', 'text', needed)
    .addColumn('from_on', 'text', needed)
    .addColumn('to_on', 'text')
    .addColumn('cases', 'integer', needed)
    .addColumn('digest', 'text', needed)
    .addColumn('placed_us', 'bigint', needed)
    .addColumn('lifted_us', 'bigint')
    .execute()
  await create('archive_hold_case')
    .addColumn('case_row', 'bigint', needed)
    .addColumn('hold', 'text', needed)
    .addPrimaryKeyConstraint('archive_hold_case_key', ['case_row', 'hold'])
    .execute()
  await db.schema
    .createIndex('archive_hold_case_hold')
    .on('archive_hold_case')
    .columns(['hold', 'case_row'])
    .execute()

  await counted(create('archive_use'), 'id')
    .addColumn('case_id', 'text', needed)
    .addColumn('file', 'integer', needed)
    .addColumn('application', 'text', needed)
    .addColumn('user_name', 'text', needed)
    .addColumn('user_authority', 'text')
    .addColumn('purpose', 'text', needed)
    .addColumn('form', 'text', needed)
    .addColumn('outcome', 'text', needed)
    .addColumn('used_us', 'bigint', needed)
    .execute()
  await db.schema.createIndex('archive_use_case').on('archive_use').columns(['case_id', 'id']).execute()
  await db.schema
    .createIndex('archive_use_user')
    .on('archive_use')
    .columns(['application', 'user_name', 'id'])
    .execute()
  await db.schema.createIndex('archive_use_time').on('archive_use').columns(['used_us', 'id']).execute()

  await create('archive_count')
    .addColumn('fonds', 'text', needed)
    .addColumn('class', 'text', needed)
    .addColumn('item', 'text', needed)
    .addColumn('office', 'text', needed)
    .addColumn('retention', 'text', needed)
    .addColumn('held', 'integer', needed)
    .addColumn('due_on', 'text', needed)
    .addColumn('cases', 'bigint', needed)
    .addPrimaryKeyConstraint('archive_count_key', [
      'due_on',
      'item',
      'office',
      'fonds',
      'class',
      'retention',
      'held',
    ])
    .execute()
  await db.schema.createIndex('archive_count_item').on('archive_count').columns(['item', 'due_on']).execute()

  await create('archive_exception')
    .addColumn('office', 'text', needed)
    .addColumn('case_number', 'text', needed)
    .addColumn('item', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('closed_on', 'text', needed)
    .addColumn('allowed_until', 'text', needed)
    .addColumn('reason', 'text', needed)
    .addColumn('noted_us', 'bigint', needed)
    .addColumn('settled_us', 'bigint')
    .addColumn('committed', 'integer', needed)
    .addPrimaryKeyConstraint('archive_exception_key', ['office', 'case_number'])
    .execute()
  await sql`create index archive_exception_open on archive_exception (allowed_until, office, case_number)
    where settled_us is null`.execute(db)

  await sql`create index archive_exception_uncommitted on archive_exception (office, case_number)
    where committed = 0`.execute(db)

  await create('archive_request')
    .addColumn('application', 'text', needed)
    .addColumn('request_id', 'text', needed)
    .addColumn('digest', 'text', needed)
    .addColumn('answer', 'text', needed)
    .addColumn('tickets', 'text', needed)
    .addPrimaryKeyConstraint('archive_request_key', ['application', 'request_id'])
    .execute()

  await create('archive_filing')
    .addColumn('case_id', 'text', needed)
    .addColumn('revision', 'integer', needed)
    .addColumn('state', 'text', needed)
    .addColumn('application', 'text', needed)
    .addColumn('request_id', 'text', needed)
    .addColumn('office', 'text', needed)
    .addColumn('case_number', 'text', needed)
    .addColumn('order_digest', 'text', needed)
    .addColumn('ticket', 'bigint', needed)
    .addColumn('prepared', 'text', needed)
    .addColumn('answer', 'text')
    .addColumn('begun_us', 'bigint', needed)
    .addPrimaryKeyConstraint('archive_filing_key', ['case_id', 'revision'])
    .execute()
  // Of two who file the same case at once, one wins.
  await sql`create unique index archive_filing_case on archive_filing (office, case_number, revision)
    where state <> 'void'`.execute(db)
  await sql`create index archive_filing_open on archive_filing (begun_us) where state = 'filing'`.execute(db)
  await create('archive_number')
    .addColumn('fonds', 'text', needed)
    .addColumn('class', 'text', needed)
    .addColumn('year', 'integer', needed)
    .addColumn('retention', 'text', needed)
    .addColumn('last', 'integer', needed)
    .addPrimaryKeyConstraint('archive_number_key', ['fonds', 'class', 'year', 'retention'])
    .execute()
}

async function damage(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('archive_damage')
    .addColumn('idx', 'bigint', needed)
    .addColumn('subject', 'text', needed)
    .addColumn('code', 'text', needed)
    .addColumn('path', 'text', needed)
    .addPrimaryKeyConstraint('archive_damage_key', ['idx', 'path'])
    .execute()
}

/** Cases filed late stay on the list of exceptions, with their delay. */
async function late(db: Kysely<unknown>, dialect: Db['dialect']): Promise<void> {
  await sql`alter table archive_exception add column days_late integer not null default 0`.execute(db)
  const days =
    dialect === 'sqlite'
      ? 'cast(julianday(c.filed_on) - julianday(e.allowed_until) as integer)'
      : 'c.filed_on::date - e.allowed_until::date'
  await sql`update archive_exception as e set settled_us = null, days_late = coalesce((select ${sql.raw(days)}
    from archive_case as c where c.office = e.office and c.case_number = e.case_number), 0)
    where kind = 'late'`.execute(db)
  const index = (name: string, columns: string, settled: string) =>
    sql`create index ${sql.raw(name)} on archive_exception (${sql.raw(columns)})
      where settled_us is ${sql.raw(settled)}`.execute(db)
  await index('archive_exception_office', 'office, allowed_until, case_number', 'null')
  await index('archive_exception_settled', 'allowed_until, office, case_number', 'not null')
}

/** Of the events that stand already nobody knows any more who told them: no correction takes them back. */
async function eventSource(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('archive_case_event')
    .addColumn('recorded', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
}

async function caseIndexes(db: Kysely<unknown>): Promise<void> {
  const unique = (name: string, columns: readonly string[]) =>
    sql`create unique index ${sql.raw(name)} on archive_case (${sql.raw(columns.join(', '))})`.execute(db)
  await unique('archive_case_case_id', ['case_id'])
  await unique('archive_case_number', ['office', 'case_number'])
  await unique('archive_case_archival_number', ['archival_number'])
  for (const columns of narrowings) {
    for (const held of [false, true]) {
      const all = [...columns, 'due_on', 'id'].join(', ')
      const some = `holds ${held ? '> 0' : '= 0'} and due_on is not null`
      const name = indexName(columns, held)
      await sql`create index ${sql.raw(name)} on archive_case (${sql.raw(all)}) where ${sql.raw(some)}`.execute(
        db,
      )
    }
  }
  await db.schema.createIndex('archive_case_item').on('archive_case').columns(['item', 'id']).execute()
}
