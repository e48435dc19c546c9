import type { Report } from '@licencevault/verify'
import { describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodes } from './exit-codes.ts'

type Answers = Pick<Report, 'genuine' | 'inForce'>
const valid: Answers = { genuine: 'yes', inForce: 'yes' }
const over: Answers = { genuine: 'yes', inForce: 'no' }
const open: Answers = { genuine: 'undetermined', inForce: 'undetermined' }
const half: Answers = { genuine: 'yes', inForce: 'undetermined' }
const bad: Answers = { genuine: 'no', inForce: 'no' }

describe('the exit code', () => {
  it.each([
    [[valid, valid], exitCodes.valid],
    [[valid, over], exitCodes.notInForce],
    [[over, open, valid], exitCodes.undetermined],
    [[half], exitCodes.undetermined],
    [[open, bad, over], exitCodes.notGenuine],
  ])('is the gravest answer: %j', (reports, code) => {
    expect(exitCodeOf(reports)).toBe(code)
  })

  it('never takes an unknown answer for a good one', () => {
    expect(exitCodeOf([{ genuine: 'maybe', inForce: 'yes' } as unknown as Answers])).toBe(
      exitCodes.undetermined,
    )
  })
})
