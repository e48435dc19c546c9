import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canMove,
  gravest,
  type MoveName,
  move,
  moves,
  type Particulars,
  type RecordedState,
  type State,
  stateOn,
  states,
} from './index.ts'

const names = Object.keys(moves) as MoveName[]
const all = Object.keys(states) as State[]
const recorded = all.filter((state): state is RecordedState => !states[state].computed)
const everything: Particulars = {
  decision: '云市监〔2026〕1号',
  legalBasis: '行政许可法 art. 69',
  until: '2027-05-22',
  successor: '1.2.156.3005.2.11339900MB9X00023D001.11339900MB9X00023D.2018000001.002.W',
  description: '说明',
  state: 'valid',
}

describe('moves', () => {
  it.each([
    ['valid', 'suspend', 'suspended'],
    ['suspended', 'restore', 'valid'],
    ['valid', 'revoke', 'revoked'],
    ['suspended', 'revoke', 'revoked'],
    ['valid', 'rescind', 'rescinded'],
    ['valid', 'cancel', 'cancelled'],
    ['valid', 'withdraw', 'withdrawn'],
    ['valid', 'replace', 'superseded'],
    ['valid', 'renew', 'superseded'],
    ['valid', 'reissue', 'superseded'],
    ['valid', 'transfer', 'transferred'],
    ['transferred', 'recall', 'valid'],
    ['issuing', 'issue', 'valid'],
    ['issuing', 'void', 'void'],
    ['revoked', 'correct', 'valid'],
  ] as const)('%s: %s leads to %s', (from, name, to) => {
    expect(canMove(from, name)).toBe(true)
    expect(move(from, name, everything)).toBe(to)
  })

  it.each([
    ['suspended', 'suspend'],
    ['valid', 'restore'],
    ['revoked', 'restore'],
    ['cancelled', 'revoke'],
    ['superseded', 'renew'],
    ['suspended', 'replace'],
    ['valid', 'void'],
    ['void', 'correct'],
    ['issuing', 'cancel'],
  ] as const)('%s: %s is not permitted', (from, name) => {
    expect(canMove(from, name)).toBe(false)
    expect(() => move(from, name, everything)).toThrow(
      expect.objectContaining({ code: 'move-not-permitted', kind: 'conflict' }),
    )
  })

  it('leave a final state only by correction', () => {
    const final = recorded.filter((state) => states[state].final)
    expect(final).toEqual(['void', 'rescinded', 'cancelled', 'revoked', 'withdrawn', 'superseded', 'other'])
    for (const state of final) {
      const open = names.filter((name) => canMove(state, name))
      expect(open).toEqual(state === 'void' ? [] : ['correct'])
    }
  })

  it('must name what the table says, each', () => {
    for (const name of names) {
      const [from] = moves[name].from
      if (!from) throw new Error(`${name} leads from nowhere`)
      for (const part of moves[name].mustName) {
        const { [part]: _, ...rest } = everything
        expect(() => move(from, name, rest)).toThrow(
          expect.objectContaining({
            code: 'move-must-name',
            details: expect.objectContaining({ name: part }),
          }),
        )
      }
    }
    expect(moves.suspend.mustName).toContain('until')
    expect(moves.renew.mustName).toContain('successor')
  })

  it('correct to a recorded state other than the one held', () => {
    const named = { ...everything, state: 'suspended' } as const
    expect(move('cancelled', 'correct', named)).toBe('suspended')
    expect(() => move('suspended', 'correct', named)).toThrow(/^move-unknown/)
    for (const state of ['expired', 'pending', 'issuing', 'void', 'constructor']) {
      expect(() => move('cancelled', 'correct', { ...everything, state: state as RecordedState })).toThrow(
        /^move-unknown/,
      )
    }
  })

  it('reach back to the day of issue only to rescind and to correct', () => {
    expect(names.filter((name) => moves[name].effectiveFrom === 'issue')).toEqual(['rescind', 'correct'])
  })

  it('are refused by words every object has', () => {
    expect(() => move('valid', 'toString' as MoveName)).toThrow(/^move-unknown/)
    expect(() => move('toString' as RecordedState, 'cancel')).toThrow(/^move-unknown/)
    expect(() => canMove('valid', '__proto__' as MoveName)).toThrow(/^move-unknown/)
  })
})

describe('code 99, which says nothing by itself', () => {
  const otherwise = all.filter((state) => states[state].gb === '99')

  it('is described by the state, or by the move that leads there', () => {
    expect(otherwise).toEqual(['withdrawn', 'superseded', 'other'])
    for (const state of otherwise) {
      const leading = names.filter((name) => moves[name].to === state)
      expect(leading).not.toEqual([])
      const described = states[state].description !== undefined
      for (const name of leading) expect(described || moves[name].mustName.includes('description')).toBe(true)
    }
  })

  it('is the only one with a description', () => {
    expect(all.filter((state) => states[state].description)).toEqual(['withdrawn', 'superseded'])
    expect(states.superseded.description?.zh).toBe('已被新证替代：因变更（换发）、延续或补发，新证已经颁发。')
  })
})

describe('the answer on a day', () => {
  const validity = { from: '2026-11-23', until: '2031-11-22' }
  it.each([
    ['valid', '2026-11-22', 'pending'],
    ['valid', '2026-11-23', 'valid'],
    ['valid', '2031-11-22', 'valid'],
    ['valid', '2031-11-23', 'expired'],
    ['suspended', '2026-11-22', 'suspended'],
    ['suspended', '2030-01-01', 'suspended'],
    ['suspended', '2031-11-23', 'expired'],
    ['revoked', '2031-11-23', 'revoked'],
    ['superseded', '2026-11-22', 'superseded'],
    ['transferred', '2031-11-23', 'transferred'],
  ] as const)('of one recorded %s, on %s, is %s', (state, date, answer) => {
    expect(stateOn(state, validity, date)).toBe(answer)
  })

  it('is the gravest of all that hold, whatever their order', () => {
    expect(gravest(['valid', 'suspended', 'expired', 'pending'])).toBe('expired')
    expect(gravest(['pending', 'revoked', 'expired'])).toBe('revoked')
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), (held) => {
        const worst = Math.max(...held.map((state) => states[state].gravity))
        expect(states[gravest(held)].gravity).toBe(worst)
      }),
    )
    expect(() => gravest([])).toThrow(/^move-unknown/)
  })

  it('maps to the answers of the standard: 0 in force, 1 not active, 2 for a time not, 3 no longer', () => {
    const answers = Object.fromEntries(all.map((state) => [state, states[state].answer]))
    expect(answers).toMatchObject({
      valid: 0,
      pending: 1,
      suspended: 2,
      expired: 3,
      revoked: 3,
      rescinded: 3,
    })
    expect(all.filter((state) => states[state].answer === 0)).toEqual(['valid'])
  })
})

describe('the page STATUS.md', () => {
  const page = readFileSync(new URL('../STATUS.md', import.meta.url), 'utf8')
  const rowsUnder = (heading: string) => {
    const [, section = ''] = page.split(`## ${heading}\n`)
    const lines = section.split('\n## ')[0]?.split('\n') ?? []
    return lines
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('`', '')),
      )
  }

  it('shows the states of the table, all and no others', () => {
    expect(rowsUnder('States')).toEqual(
      all.map((state) => {
        const { name, gb, answer, final, computed } = states[state]
        return [
          state,
          name.zh,
          name.en,
          gb ?? '–',
          String(answer),
          final ? 'yes' : computed ? 'computed' : 'no',
        ]
      }),
    )
  })

  it('shows the descriptions of code 99', () => {
    expect(rowsUnder('Code 99')).toEqual(
      all.flatMap((state) => {
        const { gb, description } = states[state]
        return gb === '99' ? [[state, description?.zh ?? '–', description?.en ?? '–']] : []
      }),
    )
  })

  it('shows the moves of the table, all and no others', () => {
    expect(rowsUnder('Moves')).toEqual(
      names.map((move) => {
        const { name, from, to, mustName, effectiveFrom } = moves[move]
        const reach = effectiveFrom === 'issue' ? 'the day of issue' : 'the last move'
        return [
          move,
          name.zh,
          from.join(', '),
          to === 'named' ? 'as named' : to,
          mustName.join(', ') || '–',
          reach,
        ]
      }),
    )
  })
})
