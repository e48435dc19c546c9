import { expect, it } from 'vitest'
import { cosine, sine } from './turn.ts'

it('agrees with the engine to nine digits', () => {
  for (let step = -2000; step <= 2000; step++) {
    const turns = step / 997
    expect(sine(turns)).toBeCloseTo(Math.sin(2 * Math.PI * turns), 9)
    expect(cosine(turns)).toBeCloseTo(Math.cos(2 * Math.PI * turns), 9)
  }
})
