import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'

/** Limits of one file's path in a case. */
export const pathLimits = {
  /** Characters of a path, folders included. */
  characters: 200,
  /** Bytes of one segment in UTF-8: what file systems take. */
  segmentBytes: 240,
  depth: 8,
} as const

// Besides controls: marks that turn the direction of writing, zero-width characters, and the byte-order mark.
const hidden = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * Lets through a relative path that means the same on every system: in NFC, with `/` between its
 * segments, no `..`, nothing hidden, nothing a common file system refuses. The path comes from the
 * sender, who may be an attacker.
 *
 * @throws VaultError `package-path-wrong`
 */
export function requirePath(path: string): string {
  const problem = problemOf(path)
  if (problem)
    throw error('package-path-wrong', { path: shown(path), problem: problem.en, problemZh: problem.zh })
  return path
}

/** The paths of a case, each kept once, whatever the letter case. Throws VaultError `package-path-twice`. */
export function requireDistinct(paths: readonly string[]): void {
  const seen = new Set<string>()
  for (const path of paths) {
    const folded = path.normalize('NFKC').toLowerCase()
    if (seen.has(folded)) throw error('package-path-twice', { path: shown(path) })
    seen.add(folded)
  }
}

/** A path as an error may show it: nothing in it can rearrange the line it stands in. */
function shown(path: string): string {
  return path.slice(0, 80).replace(new RegExp(hidden, 'gu'), '�')
}

function problemOf(path: string): Words | undefined {
  const { characters, depth, segmentBytes } = pathLimits
  if (path === '') return { en: 'it is empty', zh: '名称为空' }
  if ([...path].length > characters)
    return { en: `it has more than ${characters} characters`, zh: `超过 ${characters} 个字符` }
  if (hidden.test(path)) return { en: 'it holds hidden characters', zh: '含有不可见字符' }
  if (path.normalize('NFC') !== path)
    return { en: 'it is not in Unicode form NFC', zh: '不是 Unicode NFC 形式' }
  const segments = path.split('/')
  if (segments.length > depth)
    return { en: `it lies deeper than ${depth} folders`, zh: `目录层级超过 ${depth} 层` }
  for (const segment of segments) {
    const wrong = segmentProblem(segment)
    if (wrong) return wrong
    if (Buffer.byteLength(segment) > segmentBytes)
      return {
        en: `a part of it has more than ${segmentBytes} bytes`,
        zh: `其中一段超过 ${segmentBytes} 字节`,
      }
  }
  return undefined
}

function segmentProblem(segment: string): Words | undefined {
  if (segment === '' || segment === '.' || segment === '..')
    return { en: 'it leads out of its folder or nowhere', zh: '路径指向目录之外或为空' }
  if (/[\\:*?"<>|]/.test(segment))
    return { en: 'it holds one of \\ : * ? " < > |', zh: '含有 \\ : * ? " < > | 之一' }
  if (/^ | $|\.$/.test(segment))
    return { en: 'a part of it begins or ends with a space or ends with a dot', zh: '首尾有空格，或以点结尾' }
  if (reserved.test(segment)) return { en: 'some systems reserve this name', zh: '系统保留名称' }
  return undefined
}
