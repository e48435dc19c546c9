import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildOnce } from '@licencevault/kit/go-build'
import {
  debianPackagesOf,
  goProgramsOf,
  type ProgramName,
  pythonProgramsOf,
} from '@licencevault/kit/programs'
import { installOnce } from '@licencevault/kit/python'

/** Real programs that `npm test` works against. */
const needed: readonly ProgramName[] = [
  'openssl',
  'pdfsig',
  'pdftoppm',
  'pdftotext',
  'qpdf',
  'zbarimg',
  'chromium',
  'strace',
  'clamd',
]

/** Servers that are built once, which takes some minutes. */
const servers: readonly ProgramName[] = ['minio', 'versitygw']

/** Libraries of Python that sign and verify as others do. */
const libraries: readonly ProgramName[] = ['pyhanko', 'bagit']

/** A font with the rarest characters, for the tests of what stands in for the main one. */
const rareFont = { path: '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf', debian: 'fonts-hanazono' }

/**
 * Installs what is missing where this machine lets us (Debian, as root). Elsewhere it says what to
 * install; those suites then report themselves as skipped, and with `CI=true` as failed.
 */
export function provision(): void {
  provideServers()
  provideLibraries()
  const packages = [...debianPackagesOf(needed), ...(existsSync(rareFont.path) ? [] : [rareFont.debian])]
  if (packages.length === 0) return
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    process.stdout.write(
      `Some tests are skipped for want of: ${packages.join(', ')} (as Debian names them).\n`,
    )
    return
  }
  process.stdout.write(`Installing ${packages.join(', ')} …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  // A new machine may still be installing its own updates: wait for them to end.
  const patience = ['-o', 'DPkg::Lock::Timeout=300']
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...patience, ...packages]
  execFileSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

/** Builds them where Go is; with a server of one's own (`VAULT_TEST_S3_ENDPOINT`) there is no need. */
function provideServers(): void {
  if (process.env.VAULT_TEST_S3_ENDPOINT) return
  for (const program of goProgramsOf(servers)) {
    if (buildOnce(program)) continue
    process.stdout.write(
      `Some tests are skipped for want of ${program.package}: install Go, or set VAULT_TEST_S3_ENDPOINT.\n`,
    )
  }
}

function provideLibraries(): void {
  for (const program of pythonProgramsOf(libraries)) {
    if (installOnce(program)) continue
    process.stdout.write(
      `Some tests are skipped for want of ${program.package}: install Python 3 with its venv and pip.\n`,
    )
  }
}
