import type { Vault } from '@licencevault/vault'
import type { Log } from './log.ts'

export interface Jobs {
  /** Waits for what is under way. */
  stop(): Promise<void>
}

/** Runs by the clock, one run at a time: finishes what was left *issuing*, at once and from time to time. */
export function startJobs(
  vault: Vault,
  { log, seconds }: { readonly log: Log; readonly seconds: number },
): Jobs {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function recover(): Promise<void> {
    try {
      const { finished, failed } = await vault.recover({ signal: stopping.signal })
      if (finished.length > 0 || failed.length > 0) {
        const codes = [...new Set(failed.map(({ code }) => code))]
        log.warn({ job: 'recover', finished: finished.length, failed: failed.length, codes }, 'job')
      }
    } catch (thrown) {
      if (stopping.signal.aborted) return
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unexpected'
      log.warn({ job: 'recover', code }, 'job')
    }
  }

  running = recover()
  const timer = setInterval(() => {
    running = running.then(recover)
  }, seconds * 1_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
