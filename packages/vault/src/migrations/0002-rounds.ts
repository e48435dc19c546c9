import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Files whose last check is longest ago are found first. */
export const vault0002: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema
      .createIndex('vault_files_checked')
      .on('vault_files')
      .columns(['checked_us', 'identifier'])
      .execute()
  },
}
