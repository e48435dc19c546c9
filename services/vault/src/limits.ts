import { error } from './codes.ts'
import type { Settings } from './settings.ts'

/** Holds each application to so many calls at once and a second. */
export interface Gate {
  /**
   * Lets a call in; the answer lets it out again.
   *
   * @throws VaultError `calls-too-many`, `calls-too-fast`
   */
  enter(application: string): () => void
}

interface Tally {
  underWay: number
  tokens: number
  filledAt: number
}

/** Applications seen: as many as there are client certificates. */
const remembered = 10_000

/** @param now milliseconds that never run backwards */
export function openGate(
  limits: Pick<Settings['limits'], 'callsAtOnce' | 'callsPerSecond'>,
  now: () => number = () => performance.now(),
): Gate {
  const { callsAtOnce, callsPerSecond } = limits
  const tallies = new Map<string, Tally>()

  function tallyOf(application: string): Tally {
    const known = tallies.get(application)
    if (known) return known
    if (tallies.size >= remembered) {
      for (const [name, { underWay }] of tallies) if (underWay === 0) tallies.delete(name)
    }
    const fresh = { underWay: 0, tokens: callsPerSecond, filledAt: now() }
    tallies.set(application, fresh)
    return fresh
  }

  return {
    enter(application) {
      const tally = tallyOf(application)
      const at = now()
      tally.tokens = Math.min(callsPerSecond, tally.tokens + ((at - tally.filledAt) / 1_000) * callsPerSecond)
      tally.filledAt = at
      if (tally.tokens < 1) throw error('calls-too-fast', { application, limit: callsPerSecond })
      if (tally.underWay >= callsAtOnce) throw error('calls-too-many', { application, limit: callsAtOnce })
      tally.tokens -= 1
      tally.underWay += 1
      let out = false
      return () => {
        if (!out) tally.underWay -= 1
        out = true
      }
    },
  }
}
