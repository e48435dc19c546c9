import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll, beforeAll } from 'vitest'
import { rebuildContract } from './rebuild.contract.ts'

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licencevault-rebuild-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

rebuildContract('SQLite', () => openSqlite(join(folder, `${++made}.db`)))
