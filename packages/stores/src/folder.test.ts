import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { blobsContract } from './blobs.contract.ts'
import { openFolder } from './folder.ts'

const root = mkdtempSync(join(tmpdir(), 'licencevault-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

blobsContract('folder', () => (settings) => openFolder(join(root, 'blobs'), settings))
