import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll, beforeAll } from 'vitest'
import { archiveContract } from './archive.contract.ts'
import { lateCasesContract } from './late-cases.contract.ts'

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licencevault-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const openDb = () => openSqlite(join(folder, `${++made}.db`))
archiveContract('SQLite', openDb)
lateCasesContract('SQLite', openDb)
