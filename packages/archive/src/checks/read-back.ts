import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { CaseRecord } from '../metadata/record.ts'
import { readManifest } from '../package/manifest.ts'

/** What the tag files of a package say when they are read again; absent what cannot be read. */
export interface ReadBack {
  /** Paths of all that were written. */
  readonly paths: readonly string[]
  readonly declaration: string
  /** Elements of `bag-info.txt` by their labels. */
  readonly about: ReadonlyMap<string, string>
  /** From path to digest. */
  readonly manifests: {
    readonly sha256: ReadonlyMap<string, string>
    readonly sm3: ReadonlyMap<string, string>
  }
  /** `metadata/record.json` */
  readonly record?: Pick<CaseRecord, 'elements' | 'files'>
  /** `metadata/record.xml`: its elements by their Chinese names, and the paths of its files. */
  readonly described?: { readonly elements: ReadonlyMap<string, string>; readonly paths: readonly string[] }
}

/** Reads tag files from their bytes. Whatever they hold, it throws nothing. Pure. */
export function readBack(tags: ReadonlyMap<string, Uint8Array>): ReadBack {
  const bytes = (path: string) => tags.get(path) ?? new Uint8Array()
  const text = (path: string) => new TextDecoder().decode(bytes(path))
  const record = recordIn(text('metadata/record.json'))
  const described = describedIn(text('metadata/record.xml'))
  return {
    paths: [...tags.keys()],
    declaration: text('bagit.txt'),
    about: new Map(text('bag-info.txt').split('\n').flatMap(labelled)),
    manifests: {
      sha256: readManifest(bytes('manifest-sha256.txt')),
      sm3: readManifest(bytes('manifest-sm3.txt')),
    },
    ...(record && { record }),
    ...(described && { described }),
  }
}

function labelled(line: string): [string, string][] {
  const [, label, value] = /^([^:]+): (.*)$/.exec(line) ?? []
  return label === undefined || value === undefined ? [] : [[label, value]]
}

function recordIn(json: string): ReadBack['record'] {
  try {
    const read = JSON.parse(json) as Partial<CaseRecord> | null
    return read?.elements && Array.isArray(read.files)
      ? { elements: read.elements, files: read.files }
      : undefined
  } catch {
    return undefined
  }
}

const root = '文件实体'
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === '文档',
})

function describedIn(xml: string): ReadBack['described'] {
  try {
    if (XMLValidator.validate(xml) !== true) return undefined
    const { [root]: read } = parser.parse(xml) as Record<string, Record<string, unknown> | undefined>
    if (typeof read !== 'object') return undefined
    const files = (read.文档 ?? []) as readonly { readonly 计算机文件名?: unknown }[]
    const said = Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string')
    return { elements: new Map(said), paths: files.map(({ 计算机文件名: path }) => String(path)) }
  } catch {
    return undefined
  }
}
