import { forms, outcomes } from '@licencevault/archive'
import { moves, states } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import { CaseOutcome } from '../../../../packages/api/src/gen/licencevault/v1/CaseOutcome.ts'
import { Move } from '../../../../packages/api/src/gen/licencevault/v1/Move.ts'
import { State } from '../../../../packages/api/src/gen/licencevault/v1/State.ts'
import { UseForm } from '../../../../packages/api/src/gen/licencevault/v1/UseForm.ts'
import { caseOutcomeTo, moveFrom, stateFrom, stateTo, useFormFrom, useFormTo } from './enums.ts'

describe('states and moves', () => {
  it('are the same in the protos and in the tables', () => {
    const wordsOf = (values: object, prefix: string) =>
      Object.keys(values)
        .map((name) => name.slice(prefix.length).toLowerCase())
        .filter((word) => word !== 'unspecified')
    expect(wordsOf(State, 'STATE_').sort()).toEqual(Object.keys(states).sort())
    expect(wordsOf(Move, 'MOVE_').sort()).toEqual(Object.keys(moves).sort())
  })

  it('turn into each other', () => {
    for (const state of Object.values(State)) {
      const word = stateFrom(state, 'state')
      expect(word === undefined ? 'STATE_UNSPECIFIED' : stateTo(word)).toBe(state)
    }
    expect(moveFrom('MOVE_SUSPEND', 'move')).toBe('suspend')
  })

  it('so do outcomes of cases and forms of use, with their dashes', () => {
    const words = Object.keys(outcomes) as (keyof typeof outcomes)[]
    const named = Object.values(CaseOutcome).filter((name) => name !== 'CASE_OUTCOME_UNSPECIFIED')
    expect(words.map(caseOutcomeTo).sort()).toEqual([...named].sort())
    const known = Object.keys(forms) as (keyof typeof forms)[]
    const asked = Object.values(UseForm).filter((name) => name !== 'USE_FORM_UNSPECIFIED')
    expect(known.map(useFormTo).sort()).toEqual([...asked].sort())
    for (const form of known) expect(useFormFrom(useFormTo(form), 'form')).toBe(form)
    expect(() => useFormFrom('USE_FORM_UNSPECIFIED', 'form')).toThrow('message-member-wrong')
  })

  it('refuse what is not said or not known', () => {
    expect(() => moveFrom('MOVE_UNSPECIFIED', 'move')).toThrow('message-member-wrong')
    expect(() => stateFrom(99 as unknown as 'STATE_VALID', 'state')).toThrow('message-member-wrong')
  })
})
