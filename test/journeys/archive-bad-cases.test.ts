import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { caseParts } from '@licencevault/api'
import { type CityCase, makeCases } from '@licencevault/city'
import { startClamd, virusTestFile } from '@licencevault/kit/clamd'
import { bytesOf, composePdf, samplePage } from '@licencevault/kit/pdf'
import { describeWith, type Program } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onBothPairs, type Pair } from './record-stores.ts'
import { cityItems, fileCase } from './records.ts'
import { foodItem as item, openRecordsHouse, type RecordsHouse } from './records-house.ts'
import { needed } from './service.ts'

/**
 * What careless and hostile senders hand in as a case. Each is refused by its own word, with what to do in both
 * languages, and nothing of it stands afterwards but its line on the list of exceptions.
 */
const closed = { from: '2020-03-02', to: '2020-03-02' }
const [good] = [...makeCases({ seed: 'bad', count: 1, items: [item], closed })]
const { order, files } = needed(good)
const [firstPath = ''] = files.keys()
const [material = ''] = firstPath.split('/')
const handling = needed(item.materials.find(({ category }) => category === 'process'))
let serial = 0

/** As what a refusal stands on the list of exceptions. */
const listed: Readonly<Record<string, string>> = {
  'case-refused': 'failed',
  'case-files-missing': 'incomplete',
  'case-file-outside-scope': 'incomplete',
}

onBothPairs((start) => {
  let pair: Pair
  beforeAll(async () => {
    pair = await start()
  })
  afterAll(() => pair?.stop())

  let house: RecordsHouse
  const file = (one: CityCase, requestId = `bad-${++serial}`, how: { correction?: string } = {}) =>
    fileCase(house.filer, one, { requestId, ...how })
  const exceptionOf = async (caseNumber: string) => {
    const { exceptions } = await house.archivist.findExceptions({ page: { size: 500 } })
    return exceptions.find((exception) => exception.caseNumber === caseNumber)
  }

  describe('a case', () => {
    // ZIP files are taken here, so that what is wrong inside of them is what they are refused for.
    beforeAll(async () => {
      house = await openRecordsHouse(await pair.open(), { 'archive.formats': ['pdf', 'xml', 'text', 'zip'] })
    })
    afterAll(() => house?.close())

    it.each(cases())('%s is refused, and leaves nothing', async (_, make, [code, finding]) => {
      const { order: bad, files: sent } = make()
      const own = bad.caseNumber === order.caseNumber ? `2020-B${++serial}` : bad.caseNumber
      const one = { files: sent, order: { ...bad, caseNumber: own } }
      const problem = await house.refusalOf(() => file(one))
      expect(problem.code).toBe(code)
      for (const told of Object.values(problem.sentence)) expect(told).toContain(finding ?? '')
      expect(house.spool()).toEqual([])
      const { case: filed } = await house.archivist.findCase({
        office: order.office.code,
        caseNumber: own,
      })
      expect(filed).toBeNull()
      // What was looked at and found wanting is the archive's business; what could not be read is the sender's.
      const exception = await exceptionOf(own)
      expect(exception?.kind).toBe(listed[code])
      expect(exception?.reason).toBe(exception && code)
    })

    describeWith('qpdf', 'a PDF', (qpdf) => {
      it('that qpdf encrypted is refused', async () => {
        const locked = await encrypted(composePdf(samplePage()), qpdf)
        const problem = await house.refusalOf(() => file(withFile(`${material}/locked.pdf`, locked)))
        expect(problem.sentence.zh).toMatch(/GD-3-8 .*locked\.pdf/)
      })
    })

    it('of another office is its filer’s to file', async () => {
      const other = needed(cityItems.find(({ authority }) => authority.code !== item.authority.code))
      const foreign = changed({ office: { ...other.authority } })
      expect((await house.refusalOf(() => file(foreign))).code).toBe('case-of-another-office')
    })

    it('that is cut in the middle leaves nothing, not even in the spool, and comes whole afterwards', async () => {
      const large = withFile(`${material}/large.txt`, new Uint8Array(6 * 1024 * 1024).fill(65))
      async function* cut(most: number) {
        let left = most
        for await (const part of partsOf(large, 'cut')) {
          if (left-- === 0) throw new Error('the line is dead')
          yield part
        }
      }
      for (const most of [1, 3, 60]) {
        await expect(house.filer.fileCase(cut(most))).rejects.toThrow('the line is dead')
      }
      const leaving = new AbortController()
      async function* slow() {
        let left = 80
        for await (const part of partsOf(large, 'left')) {
          if (left-- === 0) leaving.abort()
          yield part
        }
      }
      await expect(house.filer.fileCase(slow(), { signal: leaving.signal })).rejects.toThrow('call-cancelled')
      await expect.poll(house.spool).toEqual([])

      const parts = await Array.fromAsync(partsOf(large, 'short'))
      const codeOf = async (some: typeof parts) =>
        (await house.refusalOf(() => house.filer.fileCase(sent(some)))).code
      const [head, path, chunk] = parts
      expect(await codeOf(parts.slice(0, -20))).toBe('case-file-size-differs')
      expect(await codeOf(parts.slice(0, 1))).toBe('case-file-not-sent')
      expect(await codeOf([needed(path), needed(chunk)])).toBe('message-member-wrong')
      expect(await codeOf([needed(head), needed(chunk)])).toBe('message-member-wrong')
      expect(await codeOf([needed(head), needed(head)])).toBe('message-member-wrong')
      expect(await codeOf([needed(head), { path: 'A01/\u202eother\n.txt' }])).toBe('case-file-unannounced')
      const twice = [needed(head), needed(path), needed(chunk), needed(path), needed(chunk)]
      expect(await codeOf(twice)).toBe('case-file-sent-twice')
      expect(await codeOf([])).toBe('message-member-wrong')
      const wordless = [{ head: { ...needed(head?.head), caseJson: '{' } }]
      expect(await codeOf(wordless)).toMatch(/^json-/)
      expect(house.spool()).toEqual([])

      const answer = await file(needed(good), 'cut')
      expect(answer.archivalNumber).toMatch(/000001$/)
      expect(await exceptionOf(order.caseNumber)).toMatchObject({ kind: 'late', reason: '' })
    })

    it('whose number stands there already comes again as the same act, or as a correction, or not at all', async () => {
      const other = changed({ title: '另一标题' })
      const codeOf = async (...args: Parameters<typeof file>) =>
        (await house.refusalOf(() => file(...args))).code
      expect(await codeOf(other)).toBe('case-filed-already')
      expect(await codeOf(other, 'cut')).toBe('request-reused')
      const unfiled = changed({ caseNumber: '2020-0000009' })
      expect(await codeOf(unfiled, 'no', { correction: '误' })).toBe('case-correction-pointless')
      for (const correction of ['误'.repeat(1_001), '标题\u202e误写'])
        expect(await codeOf(other, 'no', { correction })).toBe('member-wrong')
      const again = await file(other, 'right', { correction: '标题误写' })
      expect(again).toMatchObject({ revision: 2, archivalNumber: expect.stringMatching(/000001$/) })
      for (const revision of [1, 2]) {
        const validity = await Array.fromAsync(
          house.archivist.validateCase({ caseId: again.caseId, revision }),
        )
        expect(validity).toMatchObject([{ valid: true }])
      }
    })
  })

  describeWith('clamd', 'with a virus scanner', ({ path: program }) => {
    it('an infected file is refused by its name, and nothing is filed while the scanner is away', async () => {
      const daemon = await startClamd(program)
      house = await openRecordsHouse(await pair.open(), { 'archive.clamd': daemon.path })
      try {
        const infected = withFile(`${material}/virus.txt`, virusTestFile)
        const problem = await house.refusalOf(() => file(infected))
        expect(problem.code).toBe('case-refused')
        expect(problem.sentence.zh).toMatch(/GD-4-2 .*virus\.txt/)
        expect(await exceptionOf(order.caseNumber)).toMatchObject({ kind: 'failed' })
        const { checks } = await file(needed(good))
        expect(checks.find(({ code }) => code === 'GD-4-2')?.outcome).toBe('passed')
        await daemon.stop()
        const other = changed({ caseNumber: '2020-9999999' })
        expect((await house.refusalOf(() => file(other))).code).toBe('scanner-unavailable')
        expect(house.spool()).toEqual([])
      } finally {
        await house.close()
      }
    })
  })
})

function cases(): [string, () => CityCase, [code: string, finding?: string]][] {
  const wrong = (how: object) => () => changed(how)
  const more = (path: string, bytes: Uint8Array, how: object = {}) => {
    return () => withFile(`${material}/${path}`, bytes, how)
  }
  const steps = order.steps
  return [
    ['of an item that is none', wrong({ item: `${item.code.slice(0, -1)}Z` }), ['member-wrong', '/item']],
    ['of an unknown item', wrong({ item: `${item.code.slice(0, 18)}3000999005099` }), ['item-unknown']],
    ['of an unknown version', wrong({ itemVersion: 7 }), ['item-version-unknown']],
    ['of an unknown situation', wrong({ situations: ['99'] }), ['case-situation-unknown']],
    ['of a format that is none', wrong({ format: 'licencevault.case/9' }), ['format-unknown']],
    ['with an unknown member', wrong({ surprise: 1 }), ['member-unknown']],
    ['closed in the future', wrong({ closedOn: '2999-01-01' }), ['case-closed-later']],
    ['closed before it was accepted', wrong({ acceptedOn: '2020-03-03' }), ['case-closed-early']],
    ['closed on a day that there is not', wrong({ closedOn: '2020-02-30' }), ['member-wrong', '/closedOn']],
    ['without an account of its handling', wrong({ steps: [] }), ['case-refused', 'GD-2-5']],
    ['whose steps run backwards', wrong({ steps: [...steps].reverse() }), ['case-refused', 'GD-2-5']],
    ['without any file', wrong({ files: [] }), ['case-files-missing']],
    [
      'without the process file that the item demands',
      () => without(handling.code),
      ['case-files-missing', handling.code],
    ],
    ['with a title of 301 characters', wrong({ title: '长'.repeat(301) }), ['member-wrong', '/title']],
    ['with control characters in its title', wrong({ title: '食品\u0007经营' }), ['member-wrong', '/title']],
    ['with bidi characters in its title', wrong({ title: '食品\u202e经营' }), ['member-wrong', '/title']],
    [
      'with a number of 101 characters',
      wrong({ caseNumber: '9'.repeat(101) }),
      ['member-wrong', '/caseNumber'],
    ],
    ['with a file outside the scope', () => withFile('Z99/a.txt', bytesOf('x')), ['case-file-outside-scope']],
    ['with a zero-byte file', more('empty.txt', bytesOf('')), ['case-refused', 'GD-2-7']],
    ['with a path out of its folder', more('../../x.txt', bytesOf('x')), ['package-path-wrong']],
    [
      'with an absolute path',
      () => withFile('/etc/passwd', bytesOf('x'), { material }),
      ['package-path-wrong'],
    ],
    ['with a path of Windows', more('C:\\x.txt', bytesOf('x')), ['package-path-wrong']],
    ['with bidi characters in a name', more('\u202etxt.exe', bytesOf('x')), ['package-path-wrong']],
    ['with control characters in a name', more('a\u0007\n.txt', bytesOf('x')), ['package-path-wrong']],
    ['with a name of 300 characters', more('x'.repeat(300), bytesOf('x')), ['package-path-wrong']],
    [
      'with a name twice but for capitals',
      () => withFile(firstPath.replace('.txt', '.TXT'), bytesOf('x')),
      ['package-path-twice'],
    ],
    ['with the same file twice', () => withFile(firstPath, bytesOf('x')), ['member-wrong', '/files/']],
    ['with a format that contradicts its name', more('a.pdf', bytesOf('text')), ['case-refused', 'GD-1-10']],
    [
      'with a format that is not accepted',
      more('a.bin', new Uint8Array([0, 1, 2, 255])),
      ['case-refused', 'GD-3-3'],
    ],
    [
      'with an encrypted archive',
      more('a.zip', zipOf(bytesOf('x'), { encrypted: true })),
      ['case-refused', 'GD-3-8'],
    ],
    ['with a zip bomb', more('a.zip', zipOf(new Uint8Array(64 * 1024 * 1024))), ['case-refused', 'GD-3-8']],
    [
      'with a PDF that says it is encrypted',
      more('a.pdf', composePdf(samplePage(), { trailer: '/Root 1 0 R /Encrypt 5 0 R' })),
      ['case-refused', 'GD-3-8'],
    ],
    [
      'with a digest that differs',
      more('d.txt', bytesOf('x'), { sha256: '0'.repeat(64) }),
      ['case-file-digest-differs'],
    ],
    [
      'with a file shorter than it says',
      more('s.txt', bytesOf('x'), { size: 2 }),
      ['case-file-size-differs'],
    ],
    [
      'with a file longer than it says',
      more('s.txt', bytesOf('xyz'), { size: 2 }),
      ['case-file-size-differs'],
    ],
  ]
}

function changed(how: object): CityCase {
  return { files, order: { ...order, ...how } }
}

/** The case with one file more. */
function withFile(path: string, bytes: Uint8Array, how: object = {}): CityCase {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const more = { material: path.slice(0, path.indexOf('/')), path, title: '附件', size: bytes.length, sha256 }
  return {
    files: new Map([...files, [path, bytes]]),
    order: { ...order, files: [...order.files, { ...more, ...how }] },
  }
}

function without(code: string): CityCase {
  return changed({ files: order.files.filter((one) => one.material !== code) })
}

function partsOf({ order: announced, files: all }: CityCase, requestId: string) {
  return caseParts({ requestId, case: announced, open: (path) => all.get(path) ?? new Uint8Array() })
}

async function* sent<T>(parts: readonly T[]) {
  yield* parts
}

async function encrypted(pdf: Uint8Array, qpdf: Program): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-qpdf-'))
  const [source, target] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')]
  try {
    writeFileSync(source, pdf)
    expect((await qpdf.run(['--encrypt', '', 'owner', '256', '--', source, target])).status).toBe(0)
    return readFileSync(target)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A ZIP file of one file, deflated, said to be encrypted if told. */
function zipOf(content: Uint8Array, { encrypted: locked = false }: { encrypted?: boolean } = {}): Uint8Array {
  const packed = deflateRawSync(content)
  const name = Buffer.from('a.txt')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(locked ? 1 : 0, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
  const rest = Buffer.alloc(14)
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return new Uint8Array(Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end]))
}
