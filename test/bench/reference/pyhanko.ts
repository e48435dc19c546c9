import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const environment = resolve(import.meta.dirname, '../../../.cache/pyhanko')
const script = join(import.meta.dirname, 'verify_pdf.py')
const version = '0.36.2'

/** The Python that has pyHanko: an environment of its own in `.cache`, made from PyPI when it is first asked for. */
export async function pyhankoProgram(): Promise<string> {
  const python = join(environment, 'bin/python')
  if (!(await hasPyhanko(python))) {
    await run('python3', ['-m', 'venv', environment])
    await run(python, ['-m', 'pip', 'install', '--quiet', `pyHanko==${version}`])
  }
  return python
}

async function hasPyhanko(python: string): Promise<boolean> {
  return run(python, ['-c', 'import pyhanko']).then(
    () => true,
    () => false,
  )
}

/** How often a second pyHanko verifies the files, as it tells by its own clock. */
export async function pyhankoRate(
  python: string,
  root: string,
  ms: number,
  files: readonly string[],
): Promise<number> {
  const { stdout } = await run(python, [script, root, String(ms / 1000), ...files])
  return JSON.parse(stdout).rate
}
