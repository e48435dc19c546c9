import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Most callers see the licences of one authority: its types and states are walked in the order of issue. */
export const vault0003: Migration = {
  async up({ schema }: Kysely<never>) {
    for (const narrowed of ['type', 'state']) {
      await schema
        .createIndex(`vault_licences_authority_${narrowed}`)
        .on('vault_licences')
        .columns(['authority', narrowed, 'issued_us', 'identifier'])
        .execute()
    }
  },
}
