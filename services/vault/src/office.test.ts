import { VaultError } from '@licencevault/errors'
import type { Vault } from '@licencevault/vault'
import { expect, it } from 'vitest'
import { validityIn } from './office.ts'

const row = {
  kind: 'conflict',
  sentence: { en: 'What is wrong.', zh: '有误。' },
  remedy: { en: 'Mend it.', zh: '请更正。' },
} as const
const validityWith = (code: string) =>
  validityIn({
    issue: { get: () => Promise.reject(new VaultError(code, row, {})) },
  } as unknown as Vault)('licence')

it('a licence of which nobody can say it counts as in force, and keeps no other back', async () => {
  for (const code of ['licence-unknown', 'licence-lost', 'row-altered']) {
    expect(await validityWith(code)).toBeUndefined()
  }
  await expect(validityWith('database-away')).rejects.toMatchObject({ code: 'database-away' })
})
