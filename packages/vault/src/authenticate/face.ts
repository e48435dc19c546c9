import { canonicalise, type Statement } from '@licencevault/licence'
import { type Check, passed } from '@licencevault/signing'
import { finding } from './reasons.ts'
import type { Face } from './room.ts'

/** How what a paper says agrees with what was issued. */
export type Agreement = 'not-given' | 'incomplete' | 'differs' | 'agrees'

/**
 * Compares what somebody read off a licence with its statement. As the standard has it, number, holder's
 * name and holder's code are needed; whatever else is given must agree as well.
 *
 * @param tell whether the asker may learn in which members they differ: whoever may not could try codes out
 */
export function compareFace(
  face: Face | undefined,
  statement: Statement,
  tell: boolean,
): { readonly agreement: Agreement; readonly check: Check } {
  if (face === undefined) {
    return { agreement: 'not-given', check: finding('face', 'skipped', 'face-not-given') }
  }
  const [holder] = face.holders ?? []
  if (!face.number || !holder?.name || !holder.code) {
    return { agreement: 'incomplete', check: finding('face', 'undetermined', 'face-incomplete') }
  }
  const wrong = differences(face, statement)
  if (wrong.length === 0) return { agreement: 'agrees', check: passed('face', agrees) }
  const evidence = tell
    ? { where: ` in ${wrong.join(', ')}`, whereZh: `（${wrong.join('、')}）` }
    : { where: '', whereZh: '' }
  return { agreement: 'differs', check: finding('face', 'failed', 'face-differs', evidence) }
}

function differences({ number, holders = [], fields = {}, validity }: Face, statement: Statement): string[] {
  const wrong: string[] = []
  if (number !== statement.number) wrong.push('number')
  const known = holders.every((given) =>
    statement.holders.some(
      ({ name, code, codeType }) =>
        given.name === name && given.code === code && (given.codeType ?? codeType) === codeType,
    ),
  )
  if (!known) wrong.push('holders')
  for (const [name, value] of Object.entries(fields)) {
    const issued = Object.hasOwn(statement.fields, name) ? statement.fields[name] : undefined
    if (issued === undefined || !sameValue(issued, value)) wrong.push(`fields/${name}`)
  }
  for (const end of ['from', 'until'] as const) {
    if (validity?.[end] !== undefined && validity[end] !== statement.validity[end])
      wrong.push(`validity/${end}`)
  }
  return wrong
}

function sameValue(a: unknown, b: unknown): boolean {
  return Buffer.from(canonicalise(a)).equals(canonicalise(b))
}

const agrees = {
  en: 'What the paper says is what was issued.',
  zh: '证照面信息与颁发内容一致。',
}
