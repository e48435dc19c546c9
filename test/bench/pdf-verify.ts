import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifyPdf } from '@licencevault/signing'
import { openTrust, verifyLicence } from '@licencevault/verify'
import { build } from 'esbuild'
import { nth } from './corpus.ts'
import { sealedLicences } from './licences.ts'
import { compare, type Row } from './measure.ts'
import { pyhankoProgram, pyhankoRate } from './reference/pyhanko.ts'

/** Sealed files, each another licence; more than either side gets through in a round. */
const licences = 256

/** Verifying a sealed licence file of some 70 KB: its seal and what came after, the whole verdict, one process. */
export async function bench(): Promise<Row[]> {
  const python = await pyhankoProgram()
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-bench-'))
  try {
    return await rows(python, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function rows(python: string, folder: string): Promise<Row[]> {
  const at = new Date()
  const { files, root: certificate, authorityList } = await sealedLicences(licences, at)
  const paths = files.map((_, index) => join(folder, `${index}.pdf`))
  paths.forEach((path, index) => {
    writeFileSync(path, nth(files, index))
  })
  const root = join(folder, 'root.der')
  const list = join(folder, 'authorities.p7m')
  writeFileSync(root, certificate)
  writeFileSync(list, authorityList)

  const trust = await openTrust({ authorityList, roots: [certificate], at })
  const pyhanko = { name: 'pyHanko', known: 131, rate: (ms: number) => pyhankoRate(python, root, ms, paths) }
  const entry = await bundledEntry(folder)
  return [
    await compare({
      clock: 'core',
      what: 'verify a sealed licence PDF and what came after',
      ours: async (i) => {
        const { indication } = await verifyPdf(nth(files, i), { roots: trust.roots, at: new Date() })
        if (indication !== 'TOTAL-PASSED') throw new Error(`a genuine file reads ${indication}`)
      },
      reference: pyhanko,
      goal: 20,
    }),
    await compare({
      clock: 'core',
      what: 'verify a licence, the whole verdict',
      ours: async (i) => {
        const { verdict } = await verifyLicence(nth(files, i), trust, { at: new Date() })
        if (verdict !== 'valid') throw new Error(`a genuine licence reads ${verdict}`)
      },
      reference: pyhanko,
      goal: 20,
    }),
    await compare({
      what: 'start, verify one licence, end',
      ours: async (i) => {
        const { stdout } = await run(process.execPath, [entry, nth(paths, i), list, root])
        if (stdout !== 'valid\n') throw new Error(`a genuine licence reads ${stdout}`)
      },
      reference: {
        name: 'pyHanko',
        known: 1.8,
        run: (i) => run(python, [pyhankoOnce, root, '0', nth(paths, i)]),
      },
      goal: 1.8,
    }),
  ]
}

const run = promisify(execFile)
const pyhankoOnce = join(import.meta.dirname, 'reference/verify_pdf.py')

/** A program of one file, as somebody ships it who verifies licences at a counter. */
async function bundledEntry(folder: string): Promise<string> {
  const outfile = join(folder, 'once.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'verify-once.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    outfile,
  })
  return outfile
}
