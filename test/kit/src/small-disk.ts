import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that can really be full, or read-only. */
export interface SmallDisk {
  readonly path: string
  setReadOnly(readOnly: boolean): void
  release(): void
}

/** Mounts a disk in memory; undefined where this process may not mount. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'licencevault-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).status !== 0) {
    rmdirSync(path)
    return undefined
  }
  return {
    path,
    setReadOnly: (readOnly) => {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path])
    },
    release() {
      execFileSync('umount', ['--lazy', path])
      rmdirSync(path)
    },
  }
}

/** Whether {@link smallDisk} works here. */
export const canMount = (() => {
  const disk = smallDisk(1)
  disk?.release()
  return disk !== undefined
})()
