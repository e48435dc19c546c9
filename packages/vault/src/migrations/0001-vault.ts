import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The first tables. */
export const vault0001: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db
    await schema
      .createTable('vault_settings')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
    await schema
      .createTable('vault_requests')
      .addColumn('application', 'text', (column) => column.notNull())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('ticket', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('vault_requests_key', ['application', 'request'])
      .execute()
    await catalogue(db)
    await licences(db)
  },
}

async function catalogue({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('vault_types')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('template', 'text', (column) => column.notNull())
    .addColumn('begins', 'text')
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('vault_types_key', ['code', 'version'])
    .execute()
  await schema
    .createTable('vault_retired')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('vault_issuers')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('vault_issuers_key', ['authority', 'code'])
    .execute()
  await schema
    .createTable('vault_authorities')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('vault_lists')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('next_update', 'text', (column) => column.notNull())
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .execute()
}

async function licences({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('vault_counters')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('given', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('vault_counters_key', ['type', 'authority', 'year'])
    .execute()
  await schema
    .createTable('vault_licences')
    .addColumn('identifier', 'text', (column) => column.primaryKey())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('type_version', 'integer', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('number_once', 'text', (column) => column.unique())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addColumn('issued_us', 'bigint', (column) => column.notNull())
    .addColumn('issued_on', 'text', (column) => column.notNull())
    .addColumn('statement', 'bytea', (column) => column.notNull())
    .addColumn('statement_digest', 'text', (column) => column.notNull())
    .addColumn('qr', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .addColumn('effective_us', 'bigint', (column) => column.notNull())
    .addColumn('issued_ticket', 'bigint', (column) => column.notNull())
    .addColumn('predecessor', 'text')
    .addColumn('succession', 'text')
    .addColumn('successor', 'text')
    .addColumn('application', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .execute()
  const index = (name: string, columns: readonly string[]) =>
    schema
      .createIndex(`vault_licences_${name}`)
      .on('vault_licences')
      .columns([...columns])
      .execute()
  await index('number', ['number'])
  await index('base', ['base'])
  await index('type', ['type', 'issued_us', 'identifier'])
  await index('state', ['state', 'issued_us', 'identifier'])
  await schema
    .createTable('vault_holders')
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('code_type', 'text', (column) => column.notNull())
    .addColumn('issued_us', 'bigint', (column) => column.notNull())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('vault_holders_key', ['holder', 'issued_us', 'identifier', 'code_type'])
    .execute()
  await schema
    .createTable('vault_singles')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('vault_singles_key', ['type', 'holder'])
    .execute()
  await schema.createIndex('vault_singles_identifier').on('vault_singles').columns(['identifier']).execute()
  await schema
    .createTable('vault_files')
    .addColumn('identifier', 'text', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('ticket', 'bigint', (column) => column.notNull())
    .addColumn('checked_us', 'bigint', (column) => column.notNull())
    .execute()
}
