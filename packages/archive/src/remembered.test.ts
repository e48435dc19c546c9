import { expect, it } from 'vitest'
import { remembered } from './remembered.ts'

it('reads a text once while it is among the last so many', () => {
  const read: string[] = []
  const lengthOf = remembered((text) => {
    read.push(text)
    return text.length
  }, 2)
  expect(['tea', 'tea', '', 'tea', '', 'coffee', 'tea'].map(lengthOf)).toEqual([3, 3, 0, 3, 0, 6, 3])
  expect(read).toEqual(['tea', '', 'coffee', 'tea'])
})

it('keeps nothing of what cannot be read', () => {
  const parse = remembered((text) => JSON.parse(text) as unknown, 2)
  expect(() => parse('{')).toThrow(SyntaxError)
  expect(() => parse('{')).toThrow(SyntaxError)
})
