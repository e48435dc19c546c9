import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { createCa } from '@licencevault/kit/ca'
import { findProgram, type Program, requireProgram } from '@licencevault/kit/programs'
import { sealPrepared } from '@licencevault/signing'
import { faces, qrText } from './faces.ts'

/**
 * Renders a licence of each layout, seals it, and has veraPDF judge both against PDF/A-3b. Before the
 * seal only clause 6.4.3 may fail: the signature is prepared, but not there yet. Exit 1 on anything else.
 */
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'licence-verapdf-'))
try {
  await writeLicences()
  const verapdf = await program()
  const files = faces().flatMap(({ layout }) => [`${layout}.plain.pdf`, `${layout}.sealed.pdf`])
  const { stdout } = await verapdf.run(
    ['-f', '3b', '--format', 'json', ...files.map((file) => join(folder, file))],
    {
      timeout: 300_000,
    },
  )
  const results = read(stdout)
  for (const file of files) {
    const broken = results.get(file) ?? ['no answer']
    const bad = broken.filter((clause) => file.includes('.sealed.') || clause !== '6.4.3')
    process.stdout.write(`${bad.length === 0 ? 'ok  ' : 'FAIL'} ${file} ${bad.join(' ')}\n`)
    if (bad.length > 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}

async function writeLicences(): Promise<void> {
  const fonts = notoFonts()
  const ca = await createCa({ name: { CN: '样例根证书', O: '样例' } })
  const receipt = new TextEncoder().encode('c2sp.org/tlog-proof@v1\n')
  for (const { layout, statement, template } of faces()) {
    const identity = await ca.issue({
      subject: { CN: statement.authority.name, O: statement.authority.name },
    })
    const plain = render(statement, template, { fonts, qrText, receipt })
    writeFileSync(join(folder, `${layout}.plain.pdf`), plain)
    const sealed = await sealPrepared(plain, identity, { time: new Date(statement.issuedAt) })
    writeFileSync(join(folder, `${layout}.sealed.pdf`), sealed)
  }
}

async function program(): Promise<Program> {
  if (!findProgram('verapdf'))
    execFileSync(
      'mvn',
      [
        '-q',
        'dependency:copy',
        '-Dartifact=org.verapdf.apps:cli:1.30.2',
        `-DoutputDirectory=${join(root, 'node_modules/.cache/verapdf')}`,
      ],
      { cwd: folder, stdio: 'inherit' },
    )
  return requireProgram('verapdf')
}

interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string }
      readonly validationResult: readonly {
        readonly details: { readonly ruleSummaries?: readonly { readonly clause: string }[] }
      }[]
    }[]
  }
}

/** The clauses that each file breaks. */
function read(json: string): Map<string, string[]> {
  const { report } = JSON.parse(json) as Report
  return new Map(
    report.jobs.map(({ itemDetails, validationResult }) => [
      itemDetails.name.split('/').at(-1) ?? '',
      validationResult.flatMap(({ details }) => (details.ruleSummaries ?? []).map(({ clause }) => clause)),
    ]),
  )
}
