import { expect, it } from 'vitest'
import { notoFonts } from './noto.ts'

const { faces } = notoFonts()

it.each([
  ['sans', 0x4db5],
  ['sans-bold', 0x4db5],
  ['serif', 0x4dbf],
  ['serif-bold', 0x4dbf],
] as const)('has Extension A in %s, as far as the README says', (face, last) => {
  const missing: number[] = []
  for (let codePoint = 0x3400; codePoint <= 0x4dbf; codePoint++)
    if (!faces[face].find(codePoint)) missing.push(codePoint)
  expect(missing).toEqual(Array.from({ length: 0x4dbf - last }, (_, index) => last + 1 + index))
})
