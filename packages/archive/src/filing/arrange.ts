import { basename, extname } from 'node:path'
import type { InspectedFile } from '../checks/facts.ts'
import { folders } from '../checks/package.ts'
import { type Category, categories, type Material } from '../items/item.ts'
import type { RecordFile } from '../metadata/record.ts'
import { pathLimits } from '../package/path-rules.ts'
import type { SpooledFile } from './spool.ts'

/** A file with its place in the package. */
export interface ArrangedFile {
  readonly file: SpooledFile
  readonly entry: RecordFile
}

/**
 * Arranges the files of a case (整理): applications first, then process, then results; within each by
 * material, then as they were announced. Numbers run through.
 */
export function arrange(
  files: readonly SpooledFile[],
  materials: ReadonlyMap<string, Material>,
  inspected: ReadonlyMap<string, InspectedFile>,
): readonly ArrangedFile[] {
  const categoryOf = (file: SpooledFile): Category =>
    materials.get(file.announced.material)?.category ?? 'application'
  const order = Object.keys(categories)
  const rank = (file: SpooledFile) => `${order.indexOf(categoryOf(file))} ${file.announced.material}`
  const sorted = [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
  return sorted.map((file, index) => {
    const { announced, size, sha256, sm3 } = file
    const category = categoryOf(file)
    const { createdAt } = announced
    const entry = {
      number: index + 1,
      material: announced.material,
      category,
      path: `${folders[category]}/${nameOf(index + 1, announced.path)}`,
      sentAs: announced.path,
      title: announced.title,
      size,
      sha256,
      sm3,
      media: inspected.get(announced.path)?.identified.media ?? '',
      ...(createdAt !== undefined && { createdAt }),
    }
    return { file, entry }
  })
}

/** The number, then what the sender called it; the number alone where that would grow too long. */
function nameOf(number: number, sentAs: string): string {
  const prefix = String(number).padStart(3, '0')
  const whole = `${prefix}-${basename(sentAs)}`
  return Buffer.byteLength(whole) <= pathLimits.segmentBytes && [...whole].length < pathLimits.characters - 10
    ? whole
    : `${prefix}${extname(sentAs)}`
}
