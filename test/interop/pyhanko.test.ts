import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCa, type IssuedIdentity, pemOf, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { composePdf } from '@licencevault/kit/pdf'
import { describeWith } from '@licencevault/kit/programs'
import {
  type PdfReport,
  sealPdf,
  signCms,
  verifyCms,
  verifyPdf,
  verifyTimeStamp,
} from '@licencevault/signing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attacks, permitted } from '../../packages/signing/testing/forensics-vectors.ts'
import { bases, edit, page, root as vectorRoot } from '../../packages/signing/testing/forensics-world.ts'

const at = new Date()
const content = new TextEncoder().encode('食品经营许可证 JY1330000000001')
const script = join(import.meta.dirname, 'with_pyhanko.py')

let folder: string
let root: TestCa
let middle: TestCa
let chain: string
let rootFile: string
let plain: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyhanko-'))
  root = await createCa({ name: 'Test Root' })
  middle = await root.subCa({ name: 'Test CA', pathLength: 0 })
  chain = await put('chain.pem', pemOf(middle.certificate, 'CERTIFICATE'))
  rootFile = await put('root.der', root.certificate)
  plain = await put('plain.pdf', composePdf(page))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(file(name), bytes)
  return file(name)
}
const take = async (name: string) => new Uint8Array(await readFile(file(name)))

/** The files of a key that pyHanko signs with. */
async function keyFiles(name: string, identity: IssuedIdentity): Promise<[string, string, string]> {
  const key = await put(`${name}.key`, pemOf(await identity.key.exportPkcs8(), 'PRIVATE KEY'))
  return [key, await put(`${name}.pem`, pemOf(identity.certificate, 'CERTIFICATE')), chain]
}

const verify = (pdf: Uint8Array) =>
  verifyPdf(pdf, { roots: [root.certificate], at: new Date(), signatures: 'several' })

/** What later savings did, as the seal of that field sees it. */
const changesOf = ({ signatures }: PdfReport, field: string) =>
  signatures
    .find((signature) => signature.field === field)
    ?.changes.filter(({ kind }) => kind !== 'metadata') ?? []

const good = { intact: true, valid: true, trusted: true }

describeWith('pyhanko', 'pyHanko', (python) => {
  // One process for all: it takes most of a second to start.
  const child = spawn(python.path, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  afterAll(() => child.kill())

  const ask = async (...words: string[]) => {
    child.stdin.write(`${JSON.stringify(words)}\n`)
    const { answer, trouble } = JSON.parse((await answers.next()).value ?? '{}')
    if (trouble) throw new Error(trouble)
    return answer
  }

  it.each(['ES256', 'ES384', 'RS256', 'PS256', 'Ed25519'] as const)(
    'CMS: accepts what we sign with %s, attached and detached, and not when changed',
    async (algorithm) => {
      const seal = await middle.issue({ subject: { CN: algorithm }, algorithm })
      const plainContent = await put('content', content)
      const attached = await put('attached.der', await signCms(content, seal))
      const detached = await put('detached.der', await signCms(content, seal, { detached: true }))
      const changed = await put('changed', content.with(0, 0))
      expect(await ask('cms-verify', rootFile, attached, '-')).toEqual(good)
      expect(await ask('cms-verify', rootFile, detached, plainContent)).toEqual(good)
      expect(await ask('cms-verify', rootFile, detached, changed)).toMatchObject({ intact: false })
    },
  )

  it.each(['ES256', 'ES384', 'RS256', 'Ed25519'] as const)(
    'CMS: what it signs with %s is accepted, attached and detached, and not when changed',
    async (algorithm) => {
      const seal = await middle.issue({ subject: { CN: algorithm }, algorithm })
      const key = await keyFiles('signer', seal)
      const plainContent = await put('content', content)
      for (const form of ['attached', 'detached']) {
        await ask('cms-sign', plainContent, file('theirs.der'), ...key, form)
        const beside = form === 'detached' ? { content } : {}
        const options = { roots: [root.certificate], at: new Date() }
        const report = await verifyCms(await take('theirs.der'), { ...options, ...beside })
        expect([
          form,
          report.indication,
          report.checks.filter(({ outcome }) => outcome === 'failed'),
        ]).toEqual([form, 'TOTAL-PASSED', []])
      }
      const other = { content: content.with(0, 0), roots: [root.certificate], at: new Date() }
      expect((await verifyCms(await take('theirs.der'), other)).indication).toBe('TOTAL-FAILED')
    },
  )

  it('PAdES: accepts what we seal, certified or not, sealed twice, with a picture', async () => {
    const seal = await middle.issue({ subject: { CN: 'Seal' } })
    const visible = { page: 1, rect: [20, 20, 120, 80], appearance: { text: ['Sealed'] } } as const
    const once = await sealPdf(composePdf(page), seal, { time: at })
    const files = {
      once,
      certified: await sealPdf(composePdf(page), seal, { time: at, certify: 1 }),
      visible: await sealPdf(composePdf(page), seal, { time: at, visible }),
      packed: await sealPdf(composePdf(page, { xref: 'packed' }), seal, { time: at, certify: 2 }),
      twice: await sealPdf(once, seal, { time: at }),
    }
    const paths = await Promise.all(Object.entries(files).map(([name, pdf]) => put(`${name}.pdf`, pdf)))
    const answers = await ask('verify', rootFile, ...paths)
    expect(answers.flat()).toHaveLength(6)
    for (const answer of answers.flat())
      expect(answer).toMatchObject({ ...good, permitted: true, good: true })
  })

  it.each(['', 'certify=1', 'certify=2', 'certify=3', 'visible'])(
    'PAdES: what it signs (%s) is accepted, and not when a byte is changed',
    async (option) => {
      const seal = await middle.issue({ subject: { CN: 'Seal' } })
      await ask(
        'sign',
        plain,
        file('theirs.pdf'),
        ...(await keyFiles('seal', seal)),
        'One',
        ...(option ? [option] : []),
      )
      const pdf = await take('theirs.pdf')
      const report = await verify(pdf)
      expect([report.indication, report.signatures[0]?.permission]).toEqual([
        'TOTAL-PASSED',
        option.startsWith('certify=') ? Number(option.slice(8)) : undefined,
      ])
      const changed = pdf.slice()
      changed[Buffer.from(pdf).indexOf('Amount 100')] = 0x42
      expect((await verify(changed)).subIndication).toBe('HASH_FAILURE')
    },
  )

  /** What it does to a file that it signed itself, and what both say of that. */
  const later: ReadonlyArray<[string, (from: string, to: string) => Promise<string[]>, string, string]> = [
    [
      'a second signature',
      async (from, to) => ['sign', from, to, ...(await second()), 'Two'],
      'seal',
      'FORM_FILLING',
    ],
    [
      'a visible one',
      async (from, to) => ['sign', from, to, ...(await second()), 'Two', 'visible'],
      'seal-shown',
      'FORM_FILLING',
    ],
    [
      'a field filled in',
      async (from, to) => ['fill', from, to, 'name', 'Bob'],
      'field-value',
      'FORM_FILLING',
    ],
    [
      'evidence and a time-stamp',
      async (from, to) => ['evidence', from, to, ...(await stamper())],
      'evidence,timestamp',
      'LTA_UPDATES',
    ],
  ]
  const second = async () => keyFiles('second', await middle.issue({ subject: { CN: 'Second' } }))
  const stamping = { oid: '2.5.29.37', critical: true, value: der.sequence(der.oid('1.3.6.1.5.5.7.3.8')) }
  const stamper = async () =>
    keyFiles(
      'tsa',
      await middle.issue({
        subject: { CN: 'TSA' },
        algorithm: 'RS256',
        extensions: [stamping],
      }),
    )

  it.each(later)('PAdES: %s later on is judged alike', async (_name, command, subjects, level) => {
    const seal = await keyFiles('seal', await middle.issue({ subject: { CN: 'Seal' } }))
    for (const certify of [[], ['certify=2']]) {
      await ask('sign', plain, file('first.pdf'), ...seal, 'One', ...certify)
      await ask(...(await command(file('first.pdf'), file('later.pdf'))))
      const [[theirs]] = await ask('verify', rootFile, file('later.pdf'))
      const report = await verify(await take('later.pdf'))
      const ours = changesOf(report, 'One')
      expect(ours.map(({ subject }) => subject).join()).toBe(subjects)
      expect(theirs.field).toBe('One')
      expect([certify, theirs.permitted]).toEqual([
        certify,
        ours.every(({ permission }) => permission === 'permitted'),
      ])
      if (theirs.permitted) expect(theirs.changes).toBe(level)
    }
  })

  it('PAdES: evidence after a certification that permits nothing', async () => {
    const seal = await keyFiles('seal', await middle.issue({ subject: { CN: 'Seal' } }))
    await ask('sign', plain, file('first.pdf'), ...seal, 'One', 'certify=1')
    await ask('evidence', file('first.pdf'), file('later.pdf'), ...(await stamper()))
    expect((await ask('verify', rootFile, file('later.pdf')))[0]).toMatchObject([
      { permitted: true, good: true },
    ])
    const report = await verify(await take('later.pdf'))
    expect([report.indication, report.timeStamps.length]).toEqual(['TOTAL-PASSED', 1])
    for (const { token, content } of report.timeStamps) {
      const trust = { roots: [root.certificate], intermediates: [middle.certificate], at: new Date() }
      const stamp = await verifyTimeStamp(token, { content, ...trust })
      expect([stamp.indication, stamp.checks.filter(({ outcome }) => outcome !== 'passed')]).toEqual([
        'TOTAL-PASSED',
        [],
      ])
    }
  })

  /** Where it is of another mind, and why we are of ours. */
  const elsewhere: Readonly<Record<string, string>> = {
    'the appearance of a field, in place':
      'a field that looks otherwise while it says the same was not filled in',
    'another appearance for a field': 'as above',
    'a box ticked without its value': 'as above',
    'a field hidden': 'what was seen when it was sealed would be gone',
  }

  it('attacks: refuses what we refuse', async () => {
    const vectors = attacks.filter(([, , subject]) => subject !== 'permissions')
    const paths = await Promise.all(
      vectors.map(([name, edits], i) =>
        put(`attack${i}.pdf`, edit(bases.P2, edits)).then((path) => ({ name, path })),
      ),
    )
    const trusted = await put('vectors.der', vectorRoot)
    const answers = await ask('verify', trusted, ...paths.map(({ path }) => path))
    const passed = paths.filter((_, i) => {
      const [first] = Array.isArray(answers[i]) ? answers[i] : []
      return first?.permitted === true
    })
    expect(passed.map(({ name }) => name).sort()).toEqual(Object.keys(elsewhere).sort())
  })

  it('permitted changes: permits what we permit', async () => {
    // A time-stamp without content is no file to it: real ones are tried above.
    const vectors = permitted.filter(
      ([, , subjects, where]) => where.includes('P2') && !subjects.includes('timestamp'),
    )
    const paths = await Promise.all(vectors.map(([, edits], i) => put(`fine${i}.pdf`, edit(bases.P2, edits))))
    const answers = await ask('verify', await put('vectors.der', vectorRoot), ...paths)
    const refused = vectors
      .map(([name], i) => ({ name, answer: answers[i] }))
      .filter(({ answer }) => answer?.[0]?.permitted !== true)
    expect(refused).toEqual([])
  })
})
