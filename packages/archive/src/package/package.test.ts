import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Blobs } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BagFile, digestOf, makeBag, maxFiles, receiptPath } from './bag.ts'
import { openPackage } from './open-package.ts'
import { pack } from './pack.ts'
import { pathLimits } from './path-rules.ts'

const run = promisify(execFile)
const receipt = Buffer.from('c2sp.org/tlog-proof@v1\n')
const bytesOf = (text: string) => Buffer.from(text, 'utf8')

function fileOf(path: string, bytes: Uint8Array): BagFile {
  return {
    path,
    size: bytes.length,
    sha256: digestOf('sha256', bytes),
    sm3: digestOf('sm3', bytes),
    async *open() {
      yield bytes
    },
  }
}

const parts = {
  name: 'case-1',
  files: [
    fileOf('结果文件/营业执照.pdf', bytesOf('%PDF-1.7 result')),
    fileOf('申报文件/申请书.pdf', bytesOf('%PDF-1.7 application')),
    fileOf('过程文件/100%.txt', bytesOf('processed')),
  ],
  about: [['Source-Organization', '云汀市\n市场监督管理局']] as const,
  tags: { 'metadata/case.json': bytesOf('{}') },
  date: '2026-11-25',
}

let folder: string
let blobs: Blobs
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  blobs = await openFolder(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function kept(bytes: Uint8Array) {
  const key = `v1/case/${++count}.zip`
  await blobs.put(key, bytes)
  return openPackage(blobs, key, bytes.length)
}
const packed = async (bag = makeBag(parts)) =>
  Buffer.concat(await Array.fromAsync((await pack(bag, receipt)).stream))

describe('a bag', () => {
  const bag = makeBag(parts)
  const tag = (name: string) => Buffer.from(bag.tags.find(([path]) => path === name)?.[1] ?? []).toString()

  it('lists its payload by both hashes, in the order of the bytes, percent signs encoded', () => {
    expect(
      tag('manifest-sha256.txt')
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual(['data/申报文件/申请书.pdf', 'data/结果文件/营业执照.pdf', 'data/过程文件/100%25.txt', ''])
    expect(tag('manifest-sm3.txt')).toContain(digestOf('sm3', bytesOf('processed')))
  })

  it('says how much there is, each element on one line', () => {
    expect(tag('bag-info.txt')).toBe('Source-Organization: 云汀市 市场监督管理局\nPayload-Oxum: 44.3\n')
  })

  it('commits to every byte: another payload, metadata or about makes another digest', () => {
    const others = [
      { ...parts, files: [...parts.files.slice(1), fileOf('结果文件/营业执照.pdf', bytesOf('other'))] },
      { ...parts, tags: { 'metadata/case.json': bytesOf('{ }') } },
      { ...parts, about: [] },
    ].map((other) => makeBag(other).commitment)
    expect(new Set([bag.commitment, ...others]).size).toBe(4)
    expect(makeBag({ ...parts, files: parts.files.toReversed() }).commitment).toBe(bag.commitment)
  })

  it('has a limit of files', () => {
    const file = fileOf('x', bytesOf('x'))
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ ...file, path: `f${i}` }))
    expect(makeBag({ ...parts, files: many(maxFiles) }).files).toHaveLength(maxFiles)
    expect(() => makeBag({ ...parts, files: many(maxFiles + 1) })).toThrow(/package-too-many-files/)
  })

  it.each([
    ['out of its folder', '../x'],
    ['from the root', '/x'],
    ['in the middle', 'a/../x'],
    ['of another system', 'a\\x'],
    ['with a drive', 'c:x'],
    ['of 300 characters', 'x'.repeat(300)],
    ['with a control character', 'a\u0007'],
    ['with a line break', 'a\nb'],
    ['with a turned direction', 'gpj.\u202exe'],
    ['with a zero-width mark', 'a\u200bb'],
    ['that is no NFC', 'e\u0301'],
    ['that a system reserves', 'CON.txt'],
    ['ending in a dot', 'a.'],
    ['empty', ''],
    [
      'too deep',
      Array(pathLimits.depth + 1)
        .fill('a')
        .join('/'),
    ],
    ['with a segment of too many bytes', '证'.repeat(81)],
  ])('refuses a path %s', (_, path) => {
    expect(() => makeBag({ ...parts, files: [fileOf(path, bytesOf('x'))] })).toThrow(/package-path-wrong/)
  })

  it('takes a path that just meets the limits', () => {
    const deep = Array(pathLimits.depth).fill('a').join('/')
    for (const path of ['证'.repeat(80), 'x'.repeat(pathLimits.characters), deep])
      expect(makeBag({ ...parts, files: [fileOf(path, bytesOf('x'))] }).files).toHaveLength(1)
  })

  it('refuses two paths that some systems take for one', () => {
    const twice = [fileOf('A.pdf', bytesOf('x')), fileOf('a.PDF', bytesOf('y'))]
    expect(() => makeBag({ ...parts, files: twice })).toThrow(/package-path-twice/)
  })
})

describe('a package', () => {
  it('has the length it announces, and the same bytes each time', async () => {
    const bytes = await packed()
    expect((await pack(makeBag(parts), receipt)).size).toBe(bytes.length)
    expect((await packed()).equals(bytes)).toBe(true)
  })

  it('is the same whether its files are in memory or stream through', async () => {
    for (const [count, size] of [
      [0, 0],
      [1, 0],
      [3, 1],
      [12, 5_000],
      [300, 37],
      [2, 300_000],
    ] as const) {
      const contents = Array.from({ length: count }, (_, at) => randomBytes(at === 1 ? 0 : size))
      const streamed = contents.map((bytes, at) => fileOf(`申报文件/${at}-申请书.pdf`, bytes))
      const held = streamed.map((file, at) => ({ ...file, bytes: contents[at] ?? receipt }))
      const whole = await packed(makeBag({ ...parts, files: streamed }))
      const bag = makeBag({ ...parts, files: held })
      expect((await packed(bag)).equals(whole)).toBe(true)
      expect((await pack(bag, receipt)).size).toBe(whole.length)
    }
  })

  it('is the same in every time zone, at every time of the year', async () => {
    const program = `
      import { createHash } from 'node:crypto'
      import { makeBag } from ${JSON.stringify(import.meta.resolve('./bag.ts'))}
      import { pack } from ${JSON.stringify(import.meta.resolve('./pack.ts'))}
      const bytes = Buffer.from('x')
      const digest = 'a'.repeat(64)
      const open = async function* () { yield bytes }
      const file = { path: 'a.txt', size: 1, sha256: digest, sm3: digest, open }
      for (const date of ['2018-11-04', '2020-02-29', '2026-07-01', '2099-12-31'])
        for (const files of [[file], [{ ...file, bytes }]]) {
          const { stream } = await pack(makeBag({ name: 'c', about: [], tags: {}, date, files }), bytes)
          console.log(createHash('sha256').update(Buffer.concat(await Array.fromAsync(stream))).digest('hex'))
        }`
    const told = await Promise.all(
      // In São Paulo the clock went forward at midnight of the first of these days.
      ['UTC', 'Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Pacific/Kiritimati'].map(
        async (TZ) => {
          const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
            env: { ...process.env, TZ, NODE_OPTIONS: '' },
          })
          return stdout
        },
      ),
    )
    expect(new Set(told).size).toBe(1)
    const digests = told[0]?.trim().split('\n') ?? []
    expect(digests).toHaveLength(8)
    // Streamed and from memory alike.
    expect(new Set(digests).size).toBe(4)
  })

  it('gives its files one by one, and is valid', async () => {
    const opened = await kept(await packed())
    expect(opened.files).toContainEqual({ path: '申报文件/申请书.pdf', size: 20 })
    const file = Buffer.concat(await Array.fromAsync(await opened.file('申报文件/申请书.pdf')))
    expect(file.toString()).toBe('%PDF-1.7 application')
    expect(Buffer.from(await opened.tag(receiptPath)).equals(receipt)).toBe(true)
    expect(await opened.validate()).toEqual({ findings: [], commitment: makeBag(parts).commitment })
    await expect(opened.file('nothing')).rejects.toThrow(/package-file-missing/)
    opened.close()
  })

  it('reads little of the rest for one file', async () => {
    const large = { ...parts, files: [...parts.files, fileOf('large.bin', Buffer.alloc(4_000_000))] }
    const bytes = await packed(makeBag(large))
    await blobs.put('v1/case/counted.zip', bytes)
    let read = 0
    const counting: Blobs = {
      ...blobs,
      async open(key, options) {
        const { info, stream } = await blobs.open(key, options)
        return { info, stream: counted(stream) }
      },
    }
    async function* counted(stream: AsyncIterable<Uint8Array>) {
      for await (const part of stream) {
        read += part.length
        yield part
      }
    }
    const opened = await openPackage(counting, 'v1/case/counted.zip', bytes.length)
    await Array.fromAsync(await opened.file('过程文件/100%.txt'))
    expect(read).toBeGreaterThan(0)
    expect(read).toBeLessThan(200_000)
  })

  it.each([
    ['a byte of the payload changed', 'processed', 'pRocessed', 'data/过程文件/100%.txt', 'sha256-differs'],
    ['a byte of the metadata changed', '{}', '[]', 'metadata/case.json', 'sha256-differs'],
  ])('tells %s', async (_, from, to, path, problem) => {
    const bytes = await packed()
    bytes.write(to, bytes.indexOf(from))
    const { findings } = await (await kept(bytes)).validate()
    expect(findings).toContainEqual({ path, problem })
  })

  it('tells a file that no manifest lists, and one that is missing', async () => {
    const bag = makeBag(parts)
    const more = { ...bag, files: [...bag.files.slice(1), fileOf('added.txt', bytesOf('added'))] }
    const { findings } = await (await kept(await packed(more))).validate()
    expect(findings).toContainEqual({ path: 'data/added.txt', problem: 'unlisted' })
    expect(findings).toContainEqual({ path: 'data/申报文件/申请书.pdf', problem: 'missing' })
  })

  it('tells two files of one name, and gives out neither', async () => {
    const bag = makeBag({
      ...parts,
      tags: { 'metadata/case.json': bytesOf('{}'), 'metadata/care.json': bytesOf('[]') },
    })
    const twice = await packed(bag)
    for (let at = twice.indexOf('metadata/care.json'); at >= 0; at = twice.indexOf('metadata/care.json', at))
      twice.write('metadata/case.json', at)
    const opened = await kept(twice)
    expect(await opened.validate()).toEqual({
      findings: [{ path: 'metadata/case.json', problem: 'name-twice' }],
      commitment: '',
    })
    await expect(opened.tag('metadata/case.json')).rejects.toThrow(/package-damaged/)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -30)],
    ['no ZIP file', () => bytesOf('not a package at all, not even a little')],
    ['empty', () => Buffer.alloc(0)],
  ])('is refused when it is %s', async (_, spoil) => {
    await expect(kept(spoil(await packed()))).rejects.toThrow(/package-damaged/)
  })
})
