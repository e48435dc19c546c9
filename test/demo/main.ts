import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Report } from '@licencevault/api'
import { departments, licenceTypes } from '@licencevault/city'
import type { Words } from '@licencevault/errors'
import { openTrust, rootsOf, type Trust, verifyLicence } from '@licencevault/verify'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import wrapAnsi from 'wrap-ansi'
import { provision } from '../provision.ts'
import { wordsAfter } from '../words.ts'
import { loadCity, sealToTry } from './catalogue.ts'
import { changeSome } from './changes.ts'
import { hardCases } from './hard-cases.ts'
import { type Issued, issueMany } from './issue.ts'
import { askRecords, caseCount, fileCases } from './records.ts'
import { type StorePair, startService, type VaultService } from './vault-service.ts'

/**
 * `npm run demo`: a fictitious city opens a vault, issues licences over gRPC, changes some of them, and asks
 * about all of them and about twelve files that are hard to judge. Files into `out/demo`, the vault into
 * `./data`; into one folder of their own if one is named.
 *
 *   --store minio   on MinIO and PostgreSQL instead of a folder and SQLite
 *   --serve         keeps serving until it is stopped
 */
const licenceCount = 120
const { values, positionals } = wordsAfter(
  'npm run demo -- [FOLDER] [--store embedded|minio] [--serve]    files and vault into FOLDER, else out/demo and data',
  { store: { type: 'string', default: 'embedded' }, serve: { type: 'boolean', default: false } },
)
const stores = storesFrom(values.store)
const root = resolve(import.meta.dirname, '../..')
const [named] = positionals
const out = resolve(named ?? join(root, 'out/demo'))
const data = named === undefined ? join(root, 'data') : join(out, 'data')
const now = new Date()
const run = now.getTime().toString(36)
/** The civil date in the city, UTC+8. */
const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const say = (text: string) => process.stdout.write(`${text}\n`)

for (const folder of ['licences', 'hard']) {
  await rm(join(out, folder), { recursive: true, force: true })
  await mkdir(join(out, folder), { recursive: true })
}
if (stores === 'minio') provision()
say(`Opening a vault on ${stores === 'minio' ? 'MinIO and PostgreSQL' : 'a folder and SQLite'} … 正在开库 …`)
// Codes printed on paper lead to the usual port; a run that ends again takes any.
const page = values.serve ? '127.0.0.1:7444' : '127.0.0.1:0'
const vault = await startService(data, stores, page)
try {
  const trust = await openCatalogue(vault)
  const issued = await issueAll(vault)
  await verifyAll(issued, trust)
  await judge(vault, trust, issued)
  await keepRecords(vault)
  await sayWhereNext(vault, issued)
  if (values.serve) await untilStopped()
} finally {
  await vault.stop()
}

function storesFrom(name: string): StorePair {
  if (name === 'embedded' || name === 'minio') return name
  process.stderr.write(`demo: --store is embedded or minio, not ${name}\n`)
  process.exit(2)
}

/** Loads the city, and leaves beside the licences what a reader needs to go on alone. */
async function openCatalogue({ client, settings }: VaultService): Promise<Trust> {
  const bar = progress('catalogue 目录')
  bar.start(licenceTypes.length + departments.length, 0)
  await loadCity(vault, now, () => bar.increment())
  bar.stop()
  const { list } = await client.catalogue.getAuthorityList({})
  const authorityList = new Uint8Array(list?.sealed ?? [])
  await writeFile(join(out, 'authorities.p7m'), authorityList)
  const [rootFile = ''] = settings.keys.roots
  const pem = await readFile(rootFile, 'utf8')
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  await writeFile(join(out, 'root.der'), der)
  await writeFile(join(out, 'seal.p12'), await sealToTry(vault))
  return openTrust({ authorityList, roots: [der, ...rootsOf(authorityList)], at: new Date() })
}

async function issueAll({ client }: VaultService): Promise<Issued[]> {
  const bar = progress('issuing 签发')
  bar.start(licenceCount, 0)
  const options = { count: licenceCount, run, on: today, folder: join(out, 'licences') }
  const issued = await issueMany(client, options, () => bar.increment())
  bar.stop()
  return issued
}

/** By the library, without the vault, as anyone who has the file and the list. */
async function verifyAll(issued: readonly Issued[], trust: Trust): Promise<void> {
  const bar = progress('verifying 核验')
  bar.start(issued.length, 0)
  for (const { path, file } of issued) {
    const { verdict, genuine, summary } = await verifyLicence(file, trust, { at: new Date() })
    if (genuine !== 'yes') throw new Error(`${path} reads ${verdict}: ${summary.en}`)
    bar.increment()
  }
  bar.stop()
  const types = new Set(issued.map(({ order }) => order.type.code)).size
  const authorities = new Set(issued.map(({ order }) => order.authority.code)).size
  say(`
${issued.length} licences of ${types} types (of ${licenceTypes.length}) by ${authorities} authorities: all recorded, all genuine. 全部已登记、真实。
`)
}

/** Asks the vault, which knows what happened since: about changed licences, then about the hard ones. */
async function judge(vault: VaultService, trust: Trust, issued: readonly Issued[]): Promise<void> {
  const table = new Table({
    head: ['file', 'what was done to it', 'the file says', 'the vault says', 'what to do'],
    style: { head: [], border: [] },
  })
  const add = async (name: string, story: Words, file: Uint8Array) => {
    const alone = await verifyLicence(file, trust, { at: new Date() })
    const { report } = await vault.client.authenticate.byFile({ file: Buffer.from(file) })
    table.push([
      name,
      inColumn(story, 28),
      alone.verdict,
      report?.verdict ?? '',
      inColumn(adviceOf(report), 46),
    ])
  }
  for (const { name, story, issued: one } of await changeSome(vault.client, run, issued)) {
    await add(name, story, one.file)
  }
  for (const { name, story, file } of await hardCases(vault, run, today)) {
    await writeFile(join(out, 'hard', `${name}.pdf`), file)
    await add(`${name}.pdf`, story, file)
  }
  say(table.toString())
}

/** The second act: finished cases are filed, and asked about. */
async function keepRecords({ client }: VaultService): Promise<void> {
  const bar = progress('filing 归档')
  bar.start(caseCount, 0)
  const records = { archive: client.archive, today, run, say, onFiled: () => bar.increment() }
  await fileCases(records)
  bar.stop()
  await askRecords(records)
}

function adviceOf(report: Report | null): Words {
  return { en: report?.summary?.en ?? '', zh: report?.summary?.zh ?? '' }
}

function inColumn({ en, zh }: Words, width: number): string {
  return wrapAnsi(`${en}\n${zh}`, width, { hard: true })
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

async function sayWhereNext(
  { settings, client, service }: VaultService,
  [first]: readonly Issued[],
): Promise<void> {
  const here = (path: string) => relative(root, path)
  const list = here(join(out, 'authorities.p7m'))
  const { note } = await client.ledger.checkpoint({})
  say(`
The ledger's head 账本头:
${note.trim().replaceAll(/^/gm, '  ')}

The files are in ${here(out)}: open one of ${here(join(out, 'licences'))} in any PDF reader.
文件在 ${here(out)}：可用任意 PDF 阅读器打开。

The public page, where anybody may check one of them 公众核验页: ${
    values.serve ? (service.page ?? '') : 'npm run demo -- --serve, then https://localhost:7444/'
  }

Try next 接着试试:
  npx vault authenticate ${first ? here(first.path) : ''} --trust ${list}
  npx vault authenticate ${here(join(out, 'hard'))}/*.pdf --trust ${list} --checks${
    stores === 'embedded'
      ? `\n  npx vault status history ${first?.licence.identifier ?? ''} --data ${here(settings.data)}`
      : ''
  }`)
}

async function untilStopped(): Promise<void> {
  say('\nServing until you press Ctrl-C. 正在服务，按 Ctrl-C 结束。')
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}
