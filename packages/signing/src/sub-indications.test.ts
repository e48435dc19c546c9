import { expect, it } from 'vitest'
import { conclude } from './conclude.ts'
import { padesReasons } from './pades/reasons.ts'
import { reasons } from './reasons.ts'
import { found } from './report.ts'
import { indicationUri, isSubIndication, subIndications, subIndicationUri } from './sub-indications.ts'

it('knows all 26 of EN 319 102-1, and uses no other', () => {
  expect(Object.keys(subIndications)).toHaveLength(26)
  const rows = Object.values({ ...reasons, ...padesReasons })
  const used = rows.flatMap((row) => ('subIndication' in row ? row.subIndication : []))
  expect(used.filter((token) => !isSubIndication(token))).toEqual([])
})

it('gives each the main indication it belongs to', () => {
  for (const [token, main] of Object.entries(subIndications)) {
    if (!isSubIndication(token)) throw new Error(token)
    const row = { subIndication: token, sentence: { en: 'x', zh: 'x' }, remedy: { en: 'x', zh: 'x' } }
    const { indication, subIndication } = conclude([found('failed', 'any', 'any', row)], { any: row })
    expect([indication, subIndication]).toEqual([main === 'FAILED' ? 'TOTAL-FAILED' : 'INDETERMINATE', token])
  }
})

it('writes them as ETSI registers them', () => {
  expect(indicationUri('TOTAL-PASSED')).toBe('urn:etsi:019102:mainindication:total-passed')
  expect(indicationUri(undefined)).toBe('urn:etsi:019102:mainindication:indeterminate')
  expect(subIndicationUri('NO_POE')).toBe('urn:etsi:019102:subindication:NO_POE')
  expect([isSubIndication('toString'), isSubIndication(1)]).toEqual([false, false])
})
