import Table from 'cli-table3'
import { machine, type Row } from './measure.ts'

/** `npm run bench -- NAME… [--json]`: each bench with its reference in the same run. */
const benches: Readonly<Record<string, () => Promise<{ bench: () => Promise<Row[]> }>>> = {
  seal: () => import('./seal.ts'),
  verify: () => import('./verify.ts'),
  'cold-chain': () => import('./cold-chain.ts'),
  'pdf-verify': () => import('./pdf-verify.ts'),
  render: () => import('./render.ts'),
  ledger: () => import('./ledger.ts'),
  issue: () => import('./issue.ts'),
  authenticate: () => import('./authenticate.ts'),
  retention: () => import('./retention.ts'),
  'file-city': () => import('./file-city.ts'),
}

const words = process.argv.slice(2)
const json = words.includes('--json')
if (words.includes('--help')) {
  process.stdout.write(`npm run bench -- ${Object.keys(benches).join('|')} … [--json]\n`)
  process.exit(0)
}
const names = words.filter((word) => !word.startsWith('-'))
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exit(2)
}

/** Takes hours: run when it is asked for. */
const long = 'file-city'
const usual = Object.keys(benches).filter((name) => name !== long)
for (const name of names.length > 0 ? names : usual) {
  const rows = (await (await benches[name]?.())?.bench()) ?? []
  // A bench that has no reference has printed what it found.
  if (rows.length === 0) continue
  if (json) printJson(name, rows)
  else printTable(name, rows)
}

function printJson(name: string, rows: readonly Row[]): void {
  const plain = rows.map(({ what, ours, referenceRate, unit, ratio, goal }) => ({
    what,
    ours: Math.round(ours),
    reference: Math.round(referenceRate),
    unit,
    ratio: Number(ratio.toFixed(3)),
    goal,
  }))
  process.stdout.write(
    `${JSON.stringify({ bench: name, rows: plain, machine: machine(), at: new Date().toISOString() })}\n`,
  )
}

function printTable(name: string, rows: readonly Row[]): void {
  const table = new Table({
    head: [name, 'ours/s', 'reference', 'reference/s', 'ratio', 'goal'],
    style: { head: [], border: [] },
  })
  for (const row of rows)
    table.push([
      row.what,
      row.ours.toFixed(0),
      row.reference,
      row.referenceRate.toFixed(0),
      row.ratio.toFixed(2),
      row.goal ?? '',
    ])
  process.stdout.write(`${table.toString()}\n${machine()}\n\n`)
}
