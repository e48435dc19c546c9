import { nativeSigner } from '@licencevault/keys/native'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import { type Draft, openLedger } from '../src/index.ts'

/**
 * A process of its own that writes to a ledger others write to as well, until it has written so many entries
 * or is killed. It says on standard output what it signs and what it was told is recorded, a line each.
 *
 * writer.ts DATABASE BLOBS KEY NAME WRITER COUNT
 */
const [database = '', folder = '', key = '', name = '', writer = '', count = ''] = process.argv.slice(2)
const say = (word: string, ...what: (string | number)[]) =>
  process.stdout.write(`${[word, ...what].join('\t')}\n`)

const db = database.startsWith('postgres:') ? await openPostgres(database) : await openSqlite(database)
const signer = nativeSigner(Buffer.from(key, 'base64'))
const ledger = await openLedger({
  db,
  blobs: await openFolder(folder),
  name,
  clock: () => new Date(),
  signer: {
    ...signer,
    sign(bytes) {
      say('signed', Buffer.from(bytes).toString('base64'))
      return signer.sign(bytes)
    },
  },
})
say('ready')

let left = Number(count)
await Promise.all(Array.from({ length: 8 }, call))
await ledger.close()
await db.close()
say('done')

/** One caller: by turns it proposes and appends, about subjects that the other writers know too. */
async function call(): Promise<void> {
  while (left > 0) {
    const serial = left--
    const drafts = [draft(serial), draft(serial, 'noted')]
    const recorded =
      serial % 2 === 0
        ? await ledger.append(drafts)
        : await ledger.settle(await db.transaction((tx) => ledger.propose(tx, drafts)))
    for (const { index, leafHash } of recorded) say('recorded', index, leafHash)
  }
}

function draft(serial: number, kind = 'issued'): Draft {
  return {
    kind,
    subject: `shared/${serial % 50}`,
    effectiveFrom: '2026-11-25',
    authority: '11339900MB9X00023D',
    digests: {},
    actor: { application: writer, role: 'issuer' },
  }
}
