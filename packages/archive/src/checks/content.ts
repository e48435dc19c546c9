import type { Words } from '@licencevault/errors'
import { formats } from '../formats/formats.ts'
import type { InspectedFile } from './facts.ts'
import { against, type Finding, few, holds, unchecked } from './finding.ts'
import type { Checks } from './run.ts'

/** The checks of the files themselves. */
export const contentChecks: Checks = {
  'GD-1-1': ({ files, announced }) => {
    const sent = new Map(announced.map(({ path, sha256 }) => [path, sha256]))
    const differing = pathsWhere(files, ({ sentAs, sha256 }) => sent.get(sentAs) !== sha256)
    if (differing.length > 0) return against(differing, { en: 'Digest differs', zh: '摘要不符' })
    const failed = pathsWhere(files, ({ signatures }) =>
      signatures.some(({ indication }) => indication === 'TOTAL-FAILED'),
    )
    if (failed.length > 0)
      return against(failed, { en: 'Signature is not valid', zh: '电子签名（签章）无效' })
    const open = pathsWhere(files, ({ signatures }) =>
      signatures.some(({ indication }) => indication !== 'TOTAL-PASSED'),
    )
    if (open.length === 0) return { outcome: 'passed' }
    return unchecked({
      en: `Digests agree; signatures cannot be judged for want of evidence: ${open.join(', ')}.`,
      zh: `摘要一致；缺少证据，无法判定电子签名：${open.join('、')}。`,
    })
  },
  'GD-1-10': ({ written, files }) => {
    const real = new Map(files.map((file) => [file.sentAs, file]))
    const differing = (written.record?.files ?? [])
      .filter(({ sentAs, size, media }) => {
        const file = real.get(sentAs)
        return file === undefined || file.size !== size || file.identified.media !== media
      })
      .map(({ sentAs }) => sentAs)
    const misnamed = pathsWhere(files, ({ identified }) => identified.contradictsName)
    return against([...new Set([...differing, ...misnamed])], {
      en: 'Name, size or format is not what it says',
      zh: '文件名、大小或格式与实际不符',
    })
  },
  'GD-2-1': ({ announced, files }) =>
    holds(announced.length === files.length, {
      en: `${announced.length} files were announced and ${files.length} came.`,
      zh: `清单为 ${announced.length} 个文件，实收 ${files.length} 个。`,
    }),
  'GD-2-2': ({ announced, files }) => {
    const [told, came] = [total(announced), total(files)]
    return holds(told === came, {
      en: `${told} bytes were announced and ${came} came.`,
      zh: `清单为 ${told} 字节，实收 ${came} 字节。`,
    })
  },
  'GD-2-7': ({ files }) => {
    const cut = pathsWhere(files, ({ size, unread }) => size === 0 || unread === 'broken')
    if (cut.length > 0) return against(cut, { en: 'Zero bytes, or broken', zh: '零字节或损坏的文件' })
    const open = pathsWhere(files, ({ unread }) => unread !== undefined)
    if (open.length > 0) return unread(open)
    const opened: readonly string[] = ['pdf', 'ofd', 'zip']
    const others = pathsWhere(files, ({ identified }) => !opened.includes(identified.format))
    if (others.length === 0) return { outcome: 'passed' }
    return passed({
      en: `Of these it was only seen that they are not empty: ${few(others).en}.`,
      zh: `以下文件仅确认不是空文件：${few(others).zh}。`,
    })
  },
  'GD-2-9': ({ scope: { missing, outside } }) =>
    missing.length > 0
      ? against(missing, { en: 'Required and missing', zh: '缺少必须归档的材料' })
      : against(outside, { en: 'Outside the filing scope', zh: '不在归档范围内' }),
  'GD-3-3': ({ files, acceptedFormats }) => {
    const others = files
      .filter(({ identified }) => !acceptedFormats.includes(identified.format))
      .map(({ sentAs, identified }) => `${sentAs} (${formats[identified.format].name.zh})`)
    if (others.length > 0)
      return against(others, { en: 'Not an accepted format', zh: '不是规定的长期保存格式' })
    const pdfs = files.filter(({ identified }) => identified.format === 'pdf')
    if (pdfs.length === 0) return { outcome: 'passed' }
    const said = pdfs.map(({ sentAs, pdfa }) => `${sentAs} (${pdfa ?? 'PDF'})`)
    return passed({
      en: `By what they say of themselves, which was not verified: ${few(said).en}.`,
      zh: `按文件自身声明，未验证是否符合 PDF/A：${few(said).zh}。`,
    })
  },
  'GD-3-8': ({ files }) => {
    const locked = pathsWhere(files, ({ identified }) => identified.encrypted || identified.bomb)
    if (locked.length > 0)
      return against(locked, {
        en: 'Encrypted, or nobody can tell that it is not, or a zip bomb',
        zh: '已加密，或无法判定是否加密，或为压缩炸弹',
      })
    const open = pathsWhere(files, ({ unread }) => unread === 'broken')
    return open.length > 0 ? unread(open) : { outcome: 'passed' }
  },
  'GD-4-1': ({ scanner }) =>
    scanner === undefined
      ? noScanner
      : /[0-9]/.test(scanner)
        ? { outcome: 'passed', remark: named(scanner) }
        : { outcome: 'failed', remark: nameless },
  'GD-4-2': ({ files, scanner }) =>
    scanner === undefined
      ? noScanner
      : against(
          files.flatMap(({ sentAs, virus }) => (virus === undefined ? [] : [`${sentAs} (${virus})`])),
          { en: 'Infected', zh: '感染病毒' },
        ),
}

const unread = (places: readonly string[]) =>
  unchecked({
    en: `Too large, too deep or too unusual to be read, or broken: ${few(places).en}.`,
    zh: `文件过大、嵌套过深、结构特殊或损坏，无法读取：${few(places).zh}。`,
  })
const passed = (remark: Words): Finding => ({ outcome: 'passed', remark })
const noScanner = unchecked({ en: 'No virus scanner is configured.', zh: '未配置杀毒软件。' })
const nameless = {
  en: 'The scanner does not say which version it is.',
  zh: '杀毒软件未报告其版本。',
}
const named = (scanner: string) => ({ en: scanner, zh: scanner })

function pathsWhere(files: readonly InspectedFile[], wrong: (file: InspectedFile) => boolean): string[] {
  return files.filter(wrong).map(({ sentAs }) => sentAs)
}

const total = (files: readonly { readonly size: number }[]): number =>
  files.reduce((sum, { size }) => sum + size, 0)
