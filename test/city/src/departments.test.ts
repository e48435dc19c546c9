import { isUscc } from '@licencevault/licence'
import { expect, test } from 'vitest'
import { composeUscc } from './codes.ts'
import { areas, departments } from './departments.ts'

test('the city has 36 departments, each with its own code and name', () => {
  expect(departments).toHaveLength(36)
  for (const key of ['code', 'name', 'nameEn'] as const) {
    expect(new Set(departments.map((department) => department[key])).size).toBe(36)
  }
})

test.each(departments.map(({ code, name, area }) => [name, code, area]))(
  '%s has a right code',
  (_, code, area) => {
    expect(isUscc(code)).toBe(true)
    expect(composeUscc(code.slice(0, 2), code.slice(2, 8), code.slice(8, 16))).toBe(code)
    expect(code.slice(2, 8)).toBe(area)
    expect(areas).toContain(area)
  },
)
