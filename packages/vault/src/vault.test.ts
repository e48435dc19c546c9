import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll } from 'vitest'
import { vaultContract } from './vault.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

vaultContract('folder and SQLite', async () => ({
  db: await openSqlite(join(folder, 'vault.db')),
  blobs: await openFolder(join(folder, 'documents')),
}))
