import { expect, it } from 'vitest'
import type { OpenOffice } from '../office.ts'
import { pageAnswers } from './answers.ts'

it('the list is looked for once in five seconds, and again at once where it could not be read', async () => {
  let looks = 0
  let away = false
  let now = 0
  const catalogue = {
    async authorityList() {
      looks += 1
      if (away) throw new Error('away')
      return { sequence: looks, bytes: new Uint8Array() }
    },
  }
  const office = { vault: { catalogue } } as unknown as OpenOffice
  const { authorityList } = pageAnswers(
    () => office,
    false,
    () => now,
  )
  const sequences = async () =>
    (await Promise.all([authorityList(), authorityList()])).map((one) => one.sequence)
  expect(await sequences()).toEqual([1, 1])
  now = 4_999
  expect(await sequences()).toEqual([1, 1])
  now = 5_000
  expect(await sequences()).toEqual([2, 2])
  away = true
  now = 10_000
  await expect(authorityList()).rejects.toThrow('away')
  away = false
  expect(await sequences()).toEqual([4, 4])
})
