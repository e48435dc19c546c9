import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { caseParts, readCaseFolder } from './case.ts'

const folder = mkdtempSync(join(tmpdir(), 'case-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const put = (order: unknown) =>
  writeFileSync(join(folder, 'case.json'), typeof order === 'string' ? order : JSON.stringify(order))

describe('a case on its way', () => {
  it('is its head, then each file by its path in chunks that fit the smallest message', async () => {
    const large = new Uint8Array(100_000).fill(7)
    async function* streamed() {
      yield large.subarray(0, 10)
      yield large.subarray(10)
    }
    const files = ['a', 'b', 'c'].map((path) => ({ path, size: 1, sha256: empty }))
    const contents = { a: large, b: streamed(), c: new Uint8Array() }
    const open = (path: string) => contents[path as 'a']
    const parts = await Array.fromAsync(caseParts({ requestId: 'r', case: { files }, open }))
    expect(parts[0]).toEqual({
      head: { requestId: 'r', user: '', correction: '', caseJson: JSON.stringify({ files }) },
    })
    expect(parts.slice(1).map(({ path, chunk }) => path ?? chunk?.length)).toEqual([
      'a',
      61_440,
      38_560,
      'b',
      10,
      61_440,
      38_550,
      'c',
    ])
  })

  it('is read no faster than it is taken', async () => {
    let opened = 0
    const open = () => {
      opened += 1
      return new Uint8Array(10)
    }
    const files = Array.from({ length: 100 }, (_, n) => ({ path: `${n}`, size: 10, sha256: empty }))
    const parts = caseParts({ requestId: 'r', case: { files }, open })
    for (let n = 0; n < 5; n++) await parts.next()
    expect(opened).toBe(2)
    await parts.return()
  })
})

describe('a case in a folder', () => {
  it('has size and digest of its files, unless it says them itself', async () => {
    mkdirSync(join(folder, 'A01'), { recursive: true })
    writeFileSync(join(folder, 'A01/empty.txt'), '')
    put({ title: 't', files: [{ path: 'A01/empty.txt' }, { path: 'A01/told.txt', size: 5, sha256: 'x' }] })
    const read = await readCaseFolder(folder)
    expect(read.case).toEqual({
      title: 't',
      files: [
        { path: 'A01/empty.txt', size: 0, sha256: empty },
        { path: 'A01/told.txt', size: 5, sha256: 'x' },
      ],
    })
    expect(await Array.fromAsync(read.open('A01/empty.txt') as AsyncIterable<Uint8Array>)).toEqual([])
  })

  it.each([
    ['without case.json', '/nowhere', undefined],
    ['with other text', folder, 'not JSON'],
    ['without files', folder, {}],
    ['that names what is not there', folder, { files: [{ path: 'gone.txt' }] }],
    ['that names what lies elsewhere', folder, { files: [{ path: '../../etc/passwd' }] }],
    ['that names a place of the machine', folder, { files: [{ path: '/etc/passwd' }] }],
  ])('%s is none', async (_, place, order) => {
    if (order !== undefined) put(order)
    await expect(readCaseFolder(place)).rejects.toThrow('case-folder-wrong')
  })
})
