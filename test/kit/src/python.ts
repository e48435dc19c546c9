import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

/** A package of Python at one version, in an environment of its own in the project's cache. */
export interface PythonProgram {
  readonly package: string
  readonly version: string
}

const cache = join(import.meta.dirname, '../../../.cache')

const folderOf = (program: PythonProgram) => program.package.toLowerCase()

/** The environment's Python, where that version is installed in it. */
export function installedPython(program: PythonProgram): string | undefined {
  const folder = join(cache, folderOf(program))
  const installed = globSync(
    `lib/python3*/site-packages/${program.package.toLowerCase()}-${program.version}.dist-info`,
    { cwd: folder },
  )
  const python = join(folder, 'bin/python')
  return installed.length > 0 && existsSync(python) ? python : undefined
}

/** How to install it by hand, from the root of the project. */
export function installCommand(program: PythonProgram): string {
  const folder = `.cache/${folderOf(program)}`
  const what = `${program.package}==${program.version}`
  return `python3 -m venv ${folder} && ${folder}/bin/python -m pip install ${what}`
}

/** Installs it unless it is there. False without Python, or without the registry. */
export function installOnce(program: PythonProgram): boolean {
  if (installedPython(program)) return true
  process.stdout.write(`Installing ${program.package} ${program.version}, once …\n`)
  const folder = join(cache, folderOf(program))
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  return (
    run('python3', ['-m', 'venv', folder]) &&
    run(join(folder, 'bin/python'), [
      '-m',
      'pip',
      'install',
      '-q',
      `${program.package}==${program.version}`,
    ]) &&
    installedPython(program) !== undefined
  )
}
