import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const main = resolve(import.meta.dirname, 'main.ts')

/** There is nothing at the address: a call that is not refused before ends with 5. */
function vault(words: readonly string[]): Promise<{ code: number; talk: string }> {
  const env = { ...process.env, VAULT_ADDRESS: 'unix:/nowhere/vault.sock', LANG: 'en_US.UTF-8', LC_ALL: '' }
  return new Promise((told) => {
    execFile(process.execPath, [main, ...words, '--json'], { env }, (problem, _, talk) => {
      told({ code: problem ? Number(problem.code) : 0, talk })
    })
  })
}

describe('a number', () => {
  it.each([
    'ledger inclusion foo',
    'ledger inclusion 1.5',
    'ledger inclusion 1e3',
    'ledger inclusion 0x10',
    'ledger inclusion 9007199254740992',
    'ledger inclusion 1 --size 0',
    'ledger inclusion 1 --size=-1',
    'ledger consistency one',
    'ledger consistency 1 two',
    'ledger entries --after x',
    'ledger entries --limit ten',
    'catalogue type 11339900MB9X00023D004 --version two',
    'catalogue type 11339900MB9X00023D004 --version 2147483648',
    'archive item 11339900MB9X00023D004 --version 0',
    'archive files 0123 --revision last',
    'archive fetch 0123 --output out/none --revision 1st',
    'archive schedule approve first --from 2026-01-01 --user wang',
    'archive schedule decline first --user wang',
    'archive schedule apply first --decision 1 --user wang',
    'archive use 0123 --form list --file one',
  ])('is none in "vault %s", which is a wrong call', async (line) => {
    const { code, talk } = await vault(line.split(' '))
    expect({ code, told: JSON.parse(talk) }).toMatchObject({
      code: 2,
      told: { code: 'call-wrong', sentence: { en: expect.stringContaining('whole number') } },
    })
  })

  it.each([
    'ledger inclusion 0 --size 1',
    'ledger entries --after 0 --limit 1',
    'catalogue type 11339900MB9X00023D004 --version 2',
  ])('stands in "vault %s", which asks the vault', async (line) => {
    expect((await vault(line.split(' '))).code).toBe(5)
  })
})
