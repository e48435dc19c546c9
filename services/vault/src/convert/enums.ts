import type { Answer, CaseOutcome, Move, Outcome, State, UseForm } from '@licencevault/api'
import type { CaseOutcome as CaseOutcomeWord, Form } from '@licencevault/archive'
import { forms } from '@licencevault/archive'
import type { MoveName, State as StateWord } from '@licencevault/licence'
import { moves, states } from '@licencevault/licence'
import { error } from '../codes.ts'

/** Our words and the enums of the protos: the same word, `valid` as `STATE_VALID`. A test holds them equal. */

export function stateTo(word: StateWord): State {
  return `STATE_${word.toUpperCase()}` as State
}

/** Undefined for unspecified. */
export function stateFrom(value: State, path: string): StateWord | undefined {
  return wordFrom(value, 'STATE_', Object.keys(states), path) as StateWord | undefined
}

export function moveFrom(value: Move, path: string): MoveName {
  const word = wordFrom(value, 'MOVE_', Object.keys(moves), path)
  if (!word)
    throw error('message-member-wrong', { path, problem: 'no move is named', problemZh: '未指明操作' })
  return word as MoveName
}

export function answerTo(word: 'yes' | 'no' | 'undetermined'): Answer {
  return `ANSWER_${word.toUpperCase()}` as Answer
}

export function outcomeTo(word: 'passed' | 'failed' | 'undetermined' | 'skipped'): Outcome {
  return `OUTCOME_${word.toUpperCase()}` as Outcome
}

export function caseOutcomeTo(word: CaseOutcomeWord): CaseOutcome {
  return `CASE_OUTCOME_${enumWord(word)}` as CaseOutcome
}

export function useFormTo(word: Form): UseForm {
  return `USE_FORM_${enumWord(word)}` as UseForm
}

export function useFormFrom(value: UseForm, path: string): Form {
  const word = wordFrom(value, 'USE_FORM_', Object.keys(forms), path)
  if (!word)
    throw error('message-member-wrong', { path, problem: 'no form is named', problemZh: '未指明利用方式' })
  return word as Form
}

const enumWord = (word: string) => word.toUpperCase().replaceAll('-', '_')

/** A number that this version of the protos does not know arrives as a number. */
function wordFrom(value: string, prefix: string, known: readonly string[], path: string): string | undefined {
  const word = String(value).slice(prefix.length).toLowerCase().replaceAll('_', '-')
  if (value === `${prefix}UNSPECIFIED`) return undefined
  if (!known.includes(word)) {
    throw error('message-member-wrong', { path, problem: 'an unknown value', problemZh: '未知的取值' })
  }
  return word
}
