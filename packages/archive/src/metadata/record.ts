import { canonicalise } from '@licencevault/licence'
import { XMLBuilder } from 'fast-xml-parser'
import type { CaseStep } from '../filing/case-order.ts'
import type { Category } from '../items/item.ts'
import { type CaseElements, type ElementName, elements } from './elements.ts'

/** One file of a filed case, as it lies in the package. */
export interface RecordFile {
  /** From 1, as arranged (文档序号). */
  readonly number: number
  readonly material: string
  readonly category: Category
  /** Below `data/`. */
  readonly path: string
  /** The name it was sent by. */
  readonly sentAs: string
  readonly title: string
  readonly size: number
  readonly sha256: string
  readonly sm3: string
  /** Media type by content. */
  readonly media: string
  readonly createdAt?: string
}

/** Everything said about a filed case: `licencevault.record/1`, in the package as JSON and XML. */
export interface CaseRecord {
  readonly format: 'licencevault.record/1'
  readonly elements: CaseElements
  readonly applicants: readonly string[]
  readonly situations: readonly string[]
  readonly licences: readonly string[]
  readonly steps: readonly CaseStep[]
  readonly files: readonly RecordFile[]
}

/** Canonical JSON (RFC 8785). */
export function recordJson(record: CaseRecord): Uint8Array {
  return canonicalise(record)
}

/**
 * The same as XML with the elements' Chinese names, as archives exchange it. It is not a DA/T 48 package:
 * the files lie beside it, and are named by their place and digests.
 */
export function recordXml(record: CaseRecord): Uint8Array {
  const described = (Object.keys(elements) as ElementName[]).flatMap((name) => {
    const value = record.elements[name]
    return value === undefined ? [] : [[elements[name].name.zh, value] as const]
  })
  const files = record.files.map((file) => ({
    '@文档序号': file.number,
    题名: file.title,
    材料编码: file.material,
    计算机文件名: file.path,
    计算机文件大小: file.size,
    格式: file.media,
    'SHA-256': file.sha256,
    SM3: file.sm3,
    ...(file.createdAt && { 形成时间: file.createdAt }),
  }))
  const steps = record.steps.map(({ action, actor, at, opinion }) => ({
    业务行为: action,
    机构人员名称: actor,
    行为时间: at,
    ...(opinion && { 行为描述: opinion }),
  }))
  const tree = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    文件实体: {
      '@版本': record.format,
      ...Object.fromEntries(described),
      申请人: record.applicants,
      情形: record.situations,
      关联证照标识: record.licences,
      业务实体: steps,
      文档: files,
    },
  }
  return Buffer.from(builder.build(tree), 'utf8')
}

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })
