import type { Recorded } from '@licencevault/ledger'
import { type MoveName, moves, type RecordedState } from '@licencevault/licence'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOf } from '../times.ts'
import { decisive, type Step, stepsOf } from './axis.ts'

function entry(kind: string, effective: number, known: number, links?: Record<string, string>): Recorded {
  return {
    index: known,
    bytes: new Uint8Array(),
    leafHash: '',
    entry: {
      format: 'licencevault.entry/1',
      ledger: 'l',
      kind,
      subject: 's',
      previous: null,
      recordedAt: timeOf(known),
      effectiveFrom: timeOf(effective),
      effectiveTo: null,
      authority: 'a',
      digests: {},
      ...(links && { links }),
      actor: { application: 'a', role: 'r' },
    },
  }
}

describe('what an entry leads to', () => {
  it.each(Object.keys(moves) as MoveName[])('%s: what the table of moves says', (name) => {
    const { to } = moves[name]
    const [step] = stepsOf([entry(name, 0, 0, to === 'named' ? { state: 'revoked' } : undefined)])
    expect(step?.state).toBe(to === 'named' ? 'revoked' : to)
  })

  it.each([
    ['forgive', undefined],
    ['correct', undefined],
    ['correct', { state: 'issuing' }],
    ['correct', { state: 'golden' }],
    ['toString', undefined],
  ])('%s with %o is an altered row', (kind, links) => {
    expect(() => stepsOf([entry(kind, 0, 0, links)])).toThrow('row-altered')
  })
})

/** Acts recorded one after another, each counting from no later than it was recorded. */
const acts = fc
  .array(
    fc.record({
      kind: fc.constantFrom('issued', 'kept', 'suspend', 'restore', 'revoke', 'rescind'),
      wait: fc.integer({ min: 0, max: 20 }),
      back: fc.integer({ min: 0, max: 60 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn) => {
    let known = 1000
    return drawn.map(({ kind, wait, back }) => {
      known += wait
      return entry(kind, known - back, known)
    })
  })
const moment = fc.integer({ min: 900, max: 1300 })

describe('the two axes', () => {
  it('say what a table filled in day by day says', () => {
    fc.assert(
      fc.property(acts, moment, moment, (entries, at, knownAt) => {
        const steps = stepsOf(entries)
        // The other way about: every act, as it becomes known, is written over all days from its own on.
        const days = new Map<number, Step>()
        for (const step of steps) {
          if (step.known > knownAt) continue
          for (let day = Math.max(step.effective, 900); day <= 1300; day++) days.set(day, step)
        }
        expect(decisive(steps, { at, knownAt })).toBe(days.get(at))
      }),
    )
  })

  it('never change what was known before', () => {
    fc.assert(
      fc.property(acts, moment, moment, (entries, at, knownAt) => {
        const early = entries.filter(({ index }) => index <= knownAt)
        const state = (all: Recorded[]): RecordedState | undefined =>
          decisive(stepsOf(all), { at, knownAt })?.state
        expect(state(entries)).toBe(state(early))
      }),
    )
  })
})
