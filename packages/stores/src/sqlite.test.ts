import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { dbContract } from './db.contract.ts'
import { openSqlite } from './sqlite.ts'

const root = mkdtempSync(join(tmpdir(), 'licencevault-sqlite-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0

dbContract('sqlite', async () => {
  const file = join(root, `${made++}.db`)
  return () => openSqlite(file)
})
