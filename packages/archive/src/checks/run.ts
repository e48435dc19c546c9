import type { Words } from '@licencevault/errors'
import { contentChecks } from './content.ts'
import type { FilingFacts } from './facts.ts'
import { type Finding, unchecked } from './finding.ts'
import { metadataChecks } from './metadata.ts'
import { packageChecks } from './package.ts'
import { type CheckCode, type CheckRow, checkTable, properties } from './table.ts'

/** What one item of the table found. */
export interface FoundCheck extends Finding {
  readonly code: CheckCode
}

/** One line of the check's record (检测结果登记). */
export interface PropertyCheck extends FoundCheck {
  readonly property: Words
  readonly name: Words
  readonly object: Words
  readonly purpose: Words
  readonly basis: string
}

export type Checks = Readonly<Partial<Record<CheckCode, (facts: FilingFacts) => Finding>>>

const checks: Checks = { ...metadataChecks, ...contentChecks, ...packageChecks }

/** The four-property check at filing (归档环节四性检测): every item of the table, in its order. Pure. */
export function checkProperties(facts: FilingFacts): readonly PropertyCheck[] {
  return (Object.keys(checkTable) as CheckCode[]).map((code) =>
    inWords({ code, ...(checks[code]?.(facts) ?? notMade(checkTable[code])) }),
  )
}

/** A finding with what the table says of its item. */
export function inWords({ code, ...finding }: FoundCheck): PropertyCheck {
  const { name, object, purpose, basis }: CheckRow = checkTable[code]
  return { code, property: propertyOf(code), name, object, purpose, basis, ...finding }
}

function notMade({ why }: CheckRow): Finding {
  return unchecked(why ?? { en: 'This system does not make this check.', zh: '本系统不检测此项。' })
}

function propertyOf(code: CheckCode): Words {
  const figure = Number(code.split('-')[1])
  if (figure === 1 || figure === 2 || figure === 3) return properties[figure]
  return properties[4]
}
