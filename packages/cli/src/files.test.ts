import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { maxFileBytes, readWhole, writeWhole } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'licence.pdf')

describe('reading a file', () => {
  it('answers its bytes', async () => {
    writeFileSync(file, 'abc')
    expect(await readWhole(file)).toEqual(Uint8Array.of(97, 98, 99))
  })

  it('refuses one over the limit without reading it', async () => {
    writeFileSync(file, '')
    truncateSync(file, maxFileBytes + 1)
    await expect(readWhole(file)).rejects.toMatchObject({
      code: 'file-too-large',
      details: { size: maxFileBytes + 1, limit: maxFileBytes },
    })
    truncateSync(file, 10)
    expect(await readWhole(file)).toHaveLength(10)
  })

  it.each([
    [folder, 'it is a folder'],
    [join(folder, 'nothing'), 'no such file'],
  ])('names %s as not readable: %s', async (path, why) => {
    await expect(readWhole(path)).rejects.toMatchObject({ code: 'file-not-readable', details: { why } })
  })
})

it.each([
  ['nowhere/x', 'no such folder'],
  ['.', 'it is a folder'],
])('names %s as not writable: %s', async (name, why) => {
  await expect(writeWhole(join(folder, name), 'x')).rejects.toMatchObject({
    code: 'file-not-writable',
    details: { why },
  })
})
