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

/** How long a list that was read is handed out before it is looked for again, in milliseconds. */
const freshMs = 5_000

/**
 * What the page is answered from: the office once it is open.
 *
 * @param now milliseconds that never run backwards
 */
export function pageAnswers(
  office: () => OpenOffice,
  behindProxy: boolean,
  now: () => number = () => performance.now(),
): PageOptions {
  const gate = openGate({ callsAtOnce: questionsPerSecond, callsPerSecond: questionsPerSecond })
  let read: { readonly at: number; readonly list: ReturnType<PageOptions['authorityList']> } | undefined
  // Each look holds the list against the ledger: not for everybody who opens the page anew.
  const authorityList = () => {
    if (read && now() - read.at < freshMs) return read.list
    const list = office().vault.catalogue.authorityList()
    const fresh = { at: now(), list }
    read = fresh
    list.catch(() => {
      if (read === fresh) read = undefined
    })
    return list
  }
  return {
    roots: () =>
      office()
        .sealRoots.map((der) => pemOf(der, 'CERTIFICATE'))
        .join(''),
    authorityList: async () => authorityList(),
    behindProxy,
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
