import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll } from 'vitest'
import { rebuildContract } from './rebuild.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-rebuild-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let databases = 0
rebuildContract('SQLite', async () => ({
  blobs: await openFolder(join(folder, 'documents')),
  database: () => openSqlite(join(folder, `${++databases}.db`)),
}))
