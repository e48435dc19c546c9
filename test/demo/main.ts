import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { licenceTypes, makeStatements } from '@licencevault/city'
import { createPkcs12 } from '@licencevault/keys/pkcs12'
import type { Statement } from '@licencevault/licence'
import { openTrust, type Trust, verifyLicence } from '@licencevault/verify'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import wrapAnsi from 'wrap-ansi'
import { hardCases } from './hard-cases.ts'
import { type Office, openOffice } from './office.ts'

/**
 * `npm run demo`: a fictitious city issues licences as PDFs a person can open, everyone of them is
 * verified, and then ten files are judged that are hard to judge. Into `out/demo`, or the folder named.
 */
const licenceCount = 120
const root = resolve(import.meta.dirname, '../..')
const out = resolve(process.argv[2] ?? join(root, 'out/demo'))
const now = new Date()
const say = (text: string) => process.stdout.write(`${text}\n`)

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'licences'), { recursive: true })
await mkdir(join(out, 'hard'), { recursive: true })

say('A development CA and the seals of a fictitious city … 正在建立开发用证书机构和各部门印章 …')
const office = await openOffice(now)
const trust = await openTrust({
  authorityList: office.authorityList,
  roots: [office.city.root.certificate],
  at: now,
})
await writeKeepsakes(office)
const files = await issueAll(office)
await verifyAll(files, trust)
await judgeHardCases(office, trust)
sayWhereNext(files)

/** What the reader needs to go on alone: the list, its root, and one authority's seal as PKCS#12. */
async function writeKeepsakes({ authorityList, city }: Office): Promise<void> {
  await writeFile(join(out, 'authorities.p7m'), authorityList)
  await writeFile(join(out, 'root.der'), city.root.certificate)
  const seal = city.seals[1]
  if (seal) await writeFile(join(out, 'seal.p12'), await createPkcs12(seal.identity, 'demo'))
}

interface Issued {
  readonly path: string
  readonly file: Uint8Array
  readonly statement: Statement
}

async function issueAll({ issue }: Office): Promise<Issued[]> {
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)
  const bar = progress('sealing 签发')
  bar.start(licenceCount, 0)
  const issued: Issued[] = []
  for (const statement of makeStatements({ seed: 'demo', count: licenceCount, on: yesterday })) {
    const file = await issue(statement)
    const path = join(
      out,
      'licences',
      `${String(issued.length + 1).padStart(3, '0')}-${fileName(statement)}.pdf`,
    )
    await writeFile(path, file)
    issued.push({ path, file, statement })
    bar.increment()
  }
  bar.stop()
  return issued
}

function fileName({ type }: Statement): string {
  return type.name.replaceAll(/[\s/\\、,，()（）]+/g, '-').replaceAll(/-+$/g, '')
}

async function verifyAll(issued: readonly Issued[], trust: Trust): Promise<void> {
  const bar = progress('verifying 核验')
  bar.start(issued.length, 0)
  let ended = 0
  for (const { path, file } of issued) {
    const { verdict, genuine, summary } = await verifyLicence(file, trust, { at: now })
    if (genuine !== 'yes') throw new Error(`${path} reads ${verdict}: ${summary.en}`)
    if (verdict === 'expired') ended++
    bar.increment()
  }
  bar.stop()
  const types = new Set(issued.map(({ statement }) => statement.type.code)).size
  const authorities = new Set(issued.map(({ statement }) => statement.authority.code)).size
  say(`
${issued.length} licences of ${types} types (of ${licenceTypes.length}) by ${authorities} authorities: all genuine, ${issued.length - ended} in force${ended > 0 ? `, ${ended} for a single day that is over` : ''}. 全部真实。
`)
}

async function judgeHardCases(office: Office, trust: Trust): Promise<void> {
  const table = new Table({
    head: ['file', 'what was done to it', 'verdict', 'what decided it'],
    style: { head: [], border: [] },
  })
  for (const { name, story, file } of await hardCases(office, now)) {
    await writeFile(join(out, 'hard', `${name}.pdf`), file)
    const report = await verifyLicence(file, trust, { at: now })
    const decided = report.checks.find(({ reason }) => reason !== undefined && reason === report.reason)
    const why = decided?.sentence ?? report.summary
    table.push([
      `${name}.pdf`,
      wrapAnsi(`${story.en}\n${story.zh}`, 32, { hard: true }),
      report.verdict,
      wrapAnsi(`${why.en}\n${why.zh}`, 58, { hard: true }),
    ])
  }
  say(table.toString())
}

function progress(title: string): SingleBar {
  return new SingleBar({
    format: `${title} {bar} {value}/{total}`,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
    clearOnComplete: false,
  })
}

function sayWhereNext([first]: readonly Issued[]): void {
  const here = (path: string) => relative(root, path)
  const list = here(join(out, 'authorities.p7m'))
  say(`
The files are in ${here(out)}: open one of ${here(join(out, 'licences'))} in any PDF reader.
文件在 ${here(out)}：可用任意 PDF 阅读器打开。

Try next 接着试试:
  npx vault authenticate ${first ? here(first.path) : ''} --trust ${list}
  npx vault authenticate ${here(join(out, 'hard'))}/*.pdf --trust ${list} --checks
  npx vault authenticate ${here(join(out, 'hard/genuine.pdf'))} --trust ${list} --root ${here(join(out, 'root.der'))} --json`)
}
