import { XMLValidator } from 'fast-xml-parser'
import { type Category, categories } from '../items/item.ts'
import { elements } from '../metadata/elements.ts'
import { against, holds } from './finding.ts'
import type { Checks } from './run.ts'

/** The folder of each category inside `data/`. */
export const folders: Readonly<Record<Category, string>> = {
  application: '申报文件',
  process: '过程文件',
  result: '结果文件',
}

/** The tag files that every package has before its receipt. */
export const packageTags = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'manifest-sm3.txt',
  'metadata/record.json',
  'metadata/record.xml',
  'metadata/schedule.json',
] as const

/** The checks of the package as it will be kept. */
export const packageChecks: Checks = {
  'GD-1-11': ({ record, packagePaths: { payload } }) =>
    against(
      record.files.filter(({ path }) => !payload.includes(path)).map(({ path }) => path),
      { en: 'Recorded and not there', zh: '元数据所载路径不存在' },
    ),
  'GD-1-12': ({ packagePaths: { tags } }) =>
    against(
      packageTags.filter((tag) => !tags.includes(tag)),
      { en: 'Missing from the package', zh: '信息包缺少' },
    ),
  'GD-1-13': ({ packagePaths: { payload } }) =>
    against(
      payload.filter((path) => !known.some((folder) => path.startsWith(`${folder}/`))),
      {
        en: `Outside the folders of ${Object.values(categories)
          .map(({ en }) => en)
          .join(', ')}`,
        zh: '不在规定目录内',
      },
    ),
  'GD-1-14': ({ record, files }) => {
    const received = new Map(files.map(({ sentAs, sha256 }) => [sentAs, sha256]))
    return against(
      record.files.filter(({ sentAs, sha256 }) => received.get(sentAs) !== sha256).map(({ path }) => path),
      { en: 'Differs from what was received', zh: '与接收时不一致' },
    )
  },
  'GD-2-10': ({ written }) => {
    const { elements: said = {} } = parsed(written.json)
    const names = Object.entries(elements).filter(([, { required }]) => required)
    return against(
      names.filter(([name]) => !Object.hasOwn(said, name)).map(([, { name }]) => name.zh),
      { en: 'Not in the package', zh: '信息包中缺少元数据项' },
    )
  },
  'GD-2-11': ({ record, packagePaths: { payload } }) =>
    holds(payload.length === record.files.length, {
      en: `The package holds ${payload.length} files; ${record.files.length} are recorded.`,
      zh: `信息包内有 ${payload.length} 个文件，登记 ${record.files.length} 个。`,
    }),
  'GD-3-1': ({ written: { json, xml } }) => {
    const readable = parsed(json).elements !== undefined && XMLValidator.validate(text(xml)) === true
    return holds(readable, { en: 'The metadata do not parse.', zh: '元数据无法解析。' })
  },
  'GD-4-7': ({ recorded }) =>
    holds(recorded, {
      en: 'The act is not recorded in the ledger.',
      zh: '归档操作未登记入账本。',
    }),
}

const known = Object.values(folders)
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function parsed(json: Uint8Array): { readonly elements?: object } {
  try {
    return JSON.parse(text(json)) as { elements?: object }
  } catch {
    return {}
  }
}
