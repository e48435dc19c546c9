import { pemOf } from '@licencevault/keys'
import type { Caller } from '@licencevault/vault'
import { openGate } from '../limits.ts'
import type { OpenOffice } from '../office.ts'
import type { PageOptions } from './page.ts'
import type { StatusAnswer } from './status-answer.ts'

/** Whoever opens the page: without a role, who learns no more than the paper shows. */
const visitor: Caller = { application: 'public-page', role: 'enquirer' }

/** Questions about a status that one address may ask a second. */
const questionsPerSecond = 5

/** What the page is answered from: the office once it is open. */
export function pageAnswers(office: () => OpenOffice): PageOptions {
  const gate = openGate({ callsAtOnce: questionsPerSecond, callsPerSecond: questionsPerSecond })
  return {
    roots: () =>
      office()
        .sealRoots.map((der) => pemOf(der, 'CERTIFICATE'))
        .join(''),
    async authorityList() {
      const { bytes } = await office().vault.catalogue.authorityList()
      return bytes
    },
    async status(identifier): Promise<StatusAnswer> {
      const { status, inForce, summary, remedy, at } = await office().vault.authenticate.byIdentifier(
        visitor,
        identifier,
      )
      return {
        ...(status && { state: status.state }),
        name: status?.name ?? { en: 'Unknown', zh: '查无此证' },
        inForce,
        summary,
        remedy,
        at,
      }
    },
    allow(address) {
      try {
        gate.enter(address)()
        return true
      } catch {
        return false
      }
    },
  }
}
