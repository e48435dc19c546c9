import { execFileSync, spawnSync } from 'node:child_process'

/** Real programs the tests work against, and the Debian package that brings each. */
const programs: Readonly<Record<string, string>> = {
  openssl: 'openssl',
  pdfsig: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  zbarimg: 'zbar-tools',
  chromium: 'chromium',
}

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/**
 * Installs what is missing where this machine lets us (Debian, as root). Elsewhere it says what to
 * install; those suites then report themselves as skipped, and with `CI=true` as failed.
 */
export function provision(): void {
  const missing = Object.keys(programs).filter((program) => !has(program))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map((program) => programs[program] ?? program))]
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    process.stdout.write(
      `Not here: ${missing.join(', ')}. Their tests are skipped. On Debian: apt-get install ${packages.join(' ')}\n`,
    )
    return
  }
  process.stdout.write(`Installing ${packages.join(', ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
}
