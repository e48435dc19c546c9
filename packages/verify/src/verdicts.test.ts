import { readdirSync, readFileSync } from 'node:fs'
import type { Check } from '@licencevault/signing'
import { describe, expect, test } from 'vitest'
import { licenceCases } from '../testing/licence-cases.ts'
import { qrCases } from '../testing/qr-cases.ts'
import { at, trustIn } from '../testing/world.ts'
import { codes } from './codes.ts'
import { type Reason, reasons } from './reasons.ts'
import { finding, fold, ok, skipped } from './report.ts'
import { codeVerdictWords, verdictRows, verdictWords } from './verdicts.ts'
import { verifyLicence } from './verify-licence.ts'
import { verifyQr } from './verify-qr.ts'

const tokensOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, token = '']) => token)

const trust = { sequence: 1, issuedAt: '2026-11-01T00:00:00Z', nextUpdate: '2026-12-01T00:00:00Z' }
const folded = (...checks: readonly Check[]) => fold(checks, new Date('2026-11-23T10:00:00Z'), trust)
const fine = ok('validity', { en: 'Fine.', zh: '好。' })
const deciding = verdictRows.flatMap((row) => row.reasons.map((reason) => ({ ...row, reason })))

describe('the words', () => {
  test.each([
    ...Object.entries(reasons).map(([name, row]) => [name, row] as const),
    ...Object.entries(codes).map(([name, row]) => [name, row] as const),
    ...Object.entries(verdictWords).map(([name, row]) => [name, row] as const),
    ...Object.entries(codeVerdictWords).map(([name, row]) => [`${name} of a code`, row] as const),
  ])('%s has a sentence and a remedy in English and Chinese', (_, { sentence, remedy }) => {
    for (const { en, zh } of [sentence, remedy]) {
      expect(en).toMatch(/^[A-Z{].*[.}]$/)
      expect(zh).toMatch(/\p{Script=Han}|^\{\w+Zh\}$/u)
      expect(zh).toMatch(/[。}]$/)
    }
  })

  test('every reason decides a verdict of a really sealed file or code, or is a remark on a valid one', () => {
    const seen = [...licenceCases, ...qrCases].flatMap(({ reason }) => reason ?? [])
    const remarks: Reason[] = [
      'receipt-not-demanded',
      'status-not-asked',
      'face-not-in-code',
      'nothing-to-check',
    ]
    expect(new Set([...seen, ...remarks])).toEqual(new Set(Object.keys(reasons)))
  })

  test.each([...Object.entries(reasons), ...Object.entries(codes)])(
    '%s fills the same in both languages',
    (_, { sentence, remedy }) => {
      for (const { en, zh } of [sentence, remedy]) {
        const own = tokensOf(zh).map((token) => token.replace(/Zh$/, ''))
        expect(new Set(own)).toEqual(new Set(tokensOf(en)))
      }
    },
  )

  test('no error is worded that nothing throws', () => {
    const here = new URL('.', import.meta.url)
    const source = readdirSync(here)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'codes.ts')
      .map((file) => readFileSync(new URL(file, here), 'utf8'))
      .join('\n')
    expect(Object.keys(codes).filter((code) => !source.includes(`error('${code}'`))).toEqual([])
  })

  test('every sentence of a really judged file or code is whole, in both languages', async () => {
    const files = licenceCases.map(async ({ file, list = {}, policy, ...told }) =>
      verifyLicence(await file(), await trustIn(list, policy), { at: told.at ?? at }),
    )
    const scanned = qrCases.map(async ({ text, policy, ...told }) =>
      verifyQr(await text(), await trustIn({}, policy), { at: told.at ?? at }),
    )
    for (const { checks, summary, remedy } of await Promise.all([...files, ...scanned])) {
      const words = [
        summary,
        remedy,
        ...checks.flatMap((check) => [check.sentence, check.remedy ?? []].flat()),
      ]
      for (const { en, zh } of words) {
        for (const text of [en, zh]) expect(text).not.toMatch(/[{}]|undefined| {2}|\( ?\)|（ ?）|\.\.|。。/)
        expect(en.replaceAll(/“[^”]*”|CN=.*C=CN/g, '')).not.toMatch(/\p{Script=Han}/u)
        expect(zh).toMatch(/\p{Script=Han}.*。$/u)
      }
    }
  })

  test('every verdict has a case', () => {
    const seen = [...licenceCases, ...qrCases].map(({ verdict }) => verdict)
    expect(new Set(seen)).toEqual(new Set(Object.keys(verdictWords)))
  })
})

test('the README shows the table as it is', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const shown = [
    ...readme.matchAll(/^\| `([a-z-]+)` +\|[^|]+\| (yes|no|undetermined) +\| (yes|–) +\| (.*) \|$/gm),
  ]
  const rows = shown.map(([, verdict, genuine, current, found = '']) => {
    return {
      verdict,
      genuine,
      needsCurrentList: current === 'yes',
      reasons: [...found.matchAll(/`([a-z-]+)`/g)].map(([, reason]) => reason),
    }
  })
  expect(rows).toEqual(verdictRows)
})

describe('the fold', () => {
  test.each(deciding)('$reason alone is $verdict', ({ reason, verdict, genuine }) => {
    expect(folded(fine, finding('failed', 'validity', reason))).toMatchObject({ verdict, genuine, reason })
  })

  test.each(deciding.slice(1).map((row, index) => [row, deciding[index]] as const))(
    '$0.reason never outweighs the graver $1.reason',
    (lesser, graver) => {
      if (!graver) throw new Error('no graver one')
      const both = [
        finding('failed', 'validity', lesser.reason),
        finding('failed', 'validity', graver.reason),
      ]
      expect(folded(...both).verdict).toBe(graver.verdict)
    },
  )

  test.each(deciding)('$reason under a stale list is undetermined if it needs a current one', (row) => {
    const stale = finding('undetermined', 'trust-fresh', 'trust-stale')
    const { verdict } = folded(finding('failed', 'validity', row.reason), stale)
    const lesser = row.genuine === 'yes' || row.needsCurrentList
    expect(verdict).toBe(lesser ? 'undetermined' : row.verdict)
  })

  test('each reason stands in one row at most', () => {
    const all = deciding.map(({ reason }) => reason)
    expect(new Set(all).size).toBe(all.length)
  })

  test('what was not looked at is not valid', () => {
    expect(folded(fine, skipped('validity', 'seal-intact'))).toMatchObject({
      verdict: 'undetermined',
      genuine: 'undetermined',
      inForce: 'undetermined',
    })
  })

  test('a finding that no table knows is not valid', () => {
    expect(folded(fine, { ...fine, outcome: 'failed', reason: 'from-elsewhere' }).verdict).toBe(
      'undetermined',
    )
    expect(folded(fine, { ...fine, outcome: 'failed' }).verdict).toBe('undetermined')
  })

  test('no check at all is not valid', () => {
    expect(folded().verdict).toBe('undetermined')
  })

  test('a licence outside its dates is not in force, whatever else is open', () => {
    const checks = [
      finding('failed', 'validity', 'expired'),
      finding('undetermined', 'trust-fresh', 'trust-stale'),
    ]
    expect(folded(...checks)).toMatchObject({ verdict: 'undetermined', inForce: 'no' })
  })
})
