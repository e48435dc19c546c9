import { type Category, categories } from '../items/item.ts'
import { elements } from '../metadata/elements.ts'
import { bagDeclaration, oxum } from '../package/bag.ts'
import { against, holds } from './finding.ts'
import type { ReadBack } from './read-back.ts'
import type { Checks } from './run.ts'

/** The folder of each category inside `data/`. */
export const folders: Readonly<Record<Category, string>> = {
  application: '申报文件',
  process: '过程文件',
  result: '结果文件',
}

/** The tag files that a package has when it is checked. The check's own record and the receipt come after. */
const packageTags = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'manifest-sm3.txt',
  'metadata/filing.json',
  'metadata/record.json',
  'metadata/record.xml',
  'metadata/schedule.json',
]

/** The checks of the package as it was written, read again from its bytes. */
export const packageChecks: Checks = {
  'GD-1-11': ({ written: { record, described, manifests } }) =>
    against(
      record
        ? record.files
            .filter(
              ({ path, sha256, sm3 }) =>
                manifests.sha256.get(`data/${path}`) !== sha256 ||
                manifests.sm3.get(`data/${path}`) !== sm3 ||
                !described?.paths.includes(path),
            )
            .map(({ path }) => path)
        : ['metadata/record.json'],
      { en: 'Recorded otherwise than it lies in the package', zh: '元数据所载路径或摘要与信息包不符' },
    ),
  'GD-1-12': ({ written: { paths, declaration, about, manifests }, files }) =>
    against(
      [
        ...packageTags.filter((tag) => !paths.includes(tag)),
        ...(declaration === bagDeclaration ? [] : ['bagit.txt']),
        ...(about.get('Payload-Oxum') === oxum(files) ? [] : ['bag-info.txt']),
        ...(['sha256', 'sm3'] as const).flatMap((hash) =>
          manifests[hash].has('') ? [`manifest-${hash}.txt`] : [],
        ),
      ],
      { en: 'Missing from the package or wrong in it', zh: '信息包说明文件或目录文件缺失或有误' },
    ),
  'GD-1-13': ({ written: { paths, manifests } }) =>
    against(
      [
        ...[...manifests.sha256.keys()].filter((path) => !known.some((folder) => path.startsWith(folder))),
        ...paths.filter((path) => !packageTags.includes(path)),
      ],
      {
        en: `Outside the folders of ${Object.values(categories)
          .map(({ en }) => en)
          .join(', ')}`,
        zh: '不在规定目录内',
      },
    ),
  'GD-1-14': ({ written: { record, manifests }, announced }) => {
    const places = new Map(record?.files.map(({ sentAs, path }) => [sentAs, path]))
    return against(
      announced
        .filter(({ path, sha256 }) => manifests.sha256.get(`data/${places.get(path)}`) !== sha256)
        .map(({ path }) => path),
      { en: 'Differs from what its sender announced', zh: '与移交方清单所载摘要不一致' },
    )
  },
  'GD-2-10': ({ written: { record, described } }) =>
    against(
      Object.entries(elements)
        .filter(
          ([
            name,
            {
              required,
              name: { zh },
            },
          ]) => {
            const value = said(record, name)
            return value === undefined ? required : described?.elements.get(zh) !== String(value)
          },
        )
        .map(([, { name }]) => name.zh),
      {
        en: 'Not in the package, or not the same in JSON and XML',
        zh: '信息包中缺少或两种写法不一致的元数据项',
      },
    ),
  'GD-2-11': ({ written: { manifests }, announced }) =>
    holds(manifests.sha256.size === announced.length && manifests.sm3.size === announced.length, {
      en: `The manifests list ${manifests.sha256.size} files by SHA-256 and ${manifests.sm3.size} by SM3; ${announced.length} were announced.`,
      zh: `信息包清单按 SHA-256 载 ${manifests.sha256.size} 个文件，按 SM3 载 ${manifests.sm3.size} 个，移交清单为 ${announced.length} 个。`,
    }),
  'GD-3-1': ({ written: { record, described } }) =>
    holds(record !== undefined && described !== undefined, {
      en: 'The metadata do not parse.',
      zh: '元数据无法解析。',
    }),
}

const known = Object.values(folders).map((folder) => `data/${folder}/`)

const said = (record: ReadBack['record'], name: string): unknown =>
  Object.entries(record?.elements ?? {}).find(([one]) => one === name)?.[1]
