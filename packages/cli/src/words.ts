import type { Move, State } from '@licencevault/api'
import { error } from './codes.ts'

/** The words of people as the protos write them: `suspend` is `MOVE_SUSPEND`. */

export function moveOf(word: string): Move {
  return enumOf('MOVE_', word) as Move
}

export function stateOf(word: string | undefined): State {
  return (word === undefined ? 'STATE_UNSPECIFIED' : enumOf('STATE_', word)) as State
}

/** A word of letters, or several with dashes; whether the service knows it is the service's to say. */
export function enumOf(prefix: string, word: string): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(word)) throw error('word-wrong', { text: word })
  return `${prefix}${word.toUpperCase().replaceAll('-', '_')}`
}
