import { type FoundCheck, inWords } from '../checks/run.ts'
import type { Filed } from './keep-case.ts'

/** An answer as its row keeps it, for ever: of each check what was found; what it is about the table tells. */
interface KeptAnswer extends Omit<Filed, 'checks'> {
  readonly checks: readonly FoundCheck[]
}

export function writeAnswer({ checks, ...same }: Filed): string {
  const found = checks.map(({ code, outcome, remark }) => ({ code, outcome, ...(remark && { remark }) }))
  return JSON.stringify({ ...same, checks: found } satisfies KeptAnswer)
}

export function readAnswer(text: string): Filed {
  const { checks, ...same } = JSON.parse(text) as KeptAnswer
  return { ...same, checks: checks.map(inWords) }
}
