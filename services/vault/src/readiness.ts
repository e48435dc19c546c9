import type { Word } from '@licencevault/api'
import type { NotReady } from '@licencevault/vault'
import type { MethodName } from './call.ts'
import { error } from './codes.ts'

/** A part that keeps the service from working; `office` until the stores have been opened. */
export type Missing = { readonly part: NotReady['part'] | 'office'; readonly code: string }

/** What each room cannot do without. Fail closed: what is not known to be there is not there. */
const needs: Readonly<Record<Word, readonly Missing['part'][]>> = {
  catalogue: ['office', 'database', 'documents', 'ledger', 'clock'],
  issue: ['office', 'database', 'documents', 'ledger', 'clock', 'authority-list', 'paper-key'],
  status: ['office', 'database', 'documents', 'ledger', 'clock'],
  authenticate: ['office', 'database', 'documents', 'clock', 'authority-list'],
  ledger: ['office', 'database', 'documents', 'ledger'],
  archive: ['office', 'database', 'documents', 'ledger', 'clock'],
}

/** Methods that can do with less than their room. */
const needsLess: { readonly [M in MethodName]?: readonly Missing['part'][] } = {
  // Answered from rows that are held against the ledger's.
  'authenticate.ByIdentifier': ['office', 'database', 'clock', 'authority-list'],
}

const words = Object.keys(needs) as Word[]

export interface Readiness {
  /** Looks again, and tells whoever wants to know. */
  refresh(): Promise<void>
  /** @throws VaultError `service-not-ready`, naming the parts; `authority-list-needed` where that is all */
  require(method: MethodName): Promise<void>
  /** What was missing at the last look. */
  missing(): readonly Missing[]
}

/** A store that takes longer than this to say that it is there counts as away. */
const patience = 3_000

export function watchReadiness(
  look: () => Promise<readonly Missing[]>,
  tell: (serving: Readonly<Record<Word, boolean>>, missing: readonly Missing[]) => void,
): Readiness {
  let missing: readonly Missing[] = [{ part: 'office', code: 'not-open' }]
  let looking: Promise<void> | undefined

  const lacks = (parts: readonly Missing['part'][]) => missing.filter(({ part }) => parts.includes(part))

  async function lookOnce(): Promise<void> {
    missing = await bounded(look())
    const serving = Object.fromEntries(words.map((word) => [word, lacks(needs[word]).length === 0]))
    tell(serving as Record<Word, boolean>, missing)
  }

  function refresh(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }

  return {
    refresh,
    missing: () => missing,
    async require(method) {
      const parts = needsLess[method] ?? needs[method.split('.')[0] as Word]
      if (lacks(parts).length === 0) return
      // It may have come back since: a list just published, a database just started.
      await refresh()
      const still = lacks(parts)
      const [first] = still
      if (!first) return
      // Waiting brings no list: somebody has to publish it.
      if (still.length === 1 && first.code.startsWith('authority-list-')) {
        throw error('authority-list-needed', { code: first.code })
      }
      throw error('service-not-ready', {
        parts: still.map(({ part, code }) => `${part} (${code})`).join(', '),
      })
    },
  }
}

async function bounded(look: Promise<readonly Missing[]>): Promise<readonly Missing[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<readonly Missing[]>((resolve) => {
    timer = setTimeout(() => resolve([{ part: 'office', code: 'slow' }]), patience)
  })
  try {
    return await Promise.race([look.catch(() => [{ part: 'office', code: 'unexpected' } as const]), late])
  } finally {
    clearTimeout(timer)
  }
}
