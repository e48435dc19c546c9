import { moves, states } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import { Move } from '../../../../packages/api/src/gen/licencevault/v1/Move.ts'
import { State } from '../../../../packages/api/src/gen/licencevault/v1/State.ts'
import { moveFrom, stateFrom, stateTo } from './enums.ts'

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

  it('refuse what is not said or not known', () => {
    expect(() => moveFrom('MOVE_UNSPECIFIED', 'move')).toThrow('message-member-wrong')
    expect(() => stateFrom(99 as unknown as 'STATE_VALID', 'state')).toThrow('message-member-wrong')
  })
})
