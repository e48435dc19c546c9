import type { Archive } from '@licencevault/archive'
import type { Ledger } from '@licencevault/ledger'
import type { Vault } from '@licencevault/vault'
import pino from 'pino'
import { expect, it } from 'vitest'
import { startJobs } from './jobs.ts'

const seconds = {
  recoverSeconds: 60,
  auditSeconds: 60,
  checkSeconds: 60,
  checkFiles: 1,
  archiveSeconds: 60,
}

it('a job that fails or hangs keeps no other back, and a filing that cannot be finished is named', async () => {
  const done: string[] = []
  const note = (name: string) => async () => {
    done.push(name)
    return { records: 0 }
  }
  const fail = () => Promise.reject(new Error('licence of 张三 unreadable'))
  let release: (value: number) => void = () => {}
  const failed = [{ caseId: 'c'.repeat(32), revision: 2, code: 'package-damaged' }]
  const archive = {
    uses: { commit: note('uses') },
    filing: {
      commitExceptions: note('exceptions'),
      recover: async () => ({ finished: 0, voided: 0, failed }),
    },
    holds: { lapse: note('holds') },
    followLicences: () =>
      new Promise<number>((resolve) => {
        release = resolve
      }),
  } as unknown as Archive
  const vault = { recover: fail, authenticate: { checkRound: fail } } as unknown as Vault
  const ledger = { audit: { commit: fail } } as unknown as Ledger
  const lines: string[] = []
  const log = pino({ base: {} }, { write: (line: string) => lines.push(line) })
  const jobs = startJobs({ vault, ledger, archive }, { log, seconds, keeper: '11339900MB9X00015J' })
  const ended = jobs.stop()
  release(0)
  await ended
  expect(done.sort()).toEqual(['exceptions', 'holds', 'uses'])
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(told).toContainEqual(expect.objectContaining({ level: 50, job: 'filings', ...failed[0] }))
  expect(lines.join('')).not.toContain('张三')
})
