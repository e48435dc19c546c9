import type { Archive } from '@licencevault/archive'
import type { Ledger } from '@licencevault/ledger'
import type { Vault } from '@licencevault/vault'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

export interface Jobs {
  /** Tells what is under way to end, and waits for it. */
  stop(): Promise<void>
}

interface JobOptions {
  readonly log: Log
  readonly seconds: Settings['jobs']
  /** In whose name reads are committed. */
  readonly keeper: string
}

/**
 * Runs by the clock, each job one run at a time and none waiting for another: finishes what was left *issuing*, at
 * once and from time to time, commits who has read and used what to the ledger, checks kept files in turn, and
 * keeps the archive's terms, filings and holds up to date.
 */
export function startJobs(
  { vault, ledger, archive }: { readonly vault: Vault; readonly ledger: Ledger; readonly archive: Archive },
  { log, seconds, keeper }: JobOptions,
): Jobs {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = (name: string, often: number, work: () => Promise<void>) =>
    every(often, { name, log, signal }, work)
  const operator = { application: 'archive', role: 'operator' } as const
  const jobs = [
    run('recover', seconds.recoverSeconds, async () => {
      const { finished, failed } = await vault.recover({ signal })
      if (finished.length === 0 && failed.length === 0) return
      const codes = [...new Set(failed.map(({ code }) => code))]
      log.warn({ job: 'recover', finished: finished.length, failed: failed.length, codes }, 'job')
    }),
    run('audit', seconds.auditSeconds, async () => {
      const actor = { application: 'vault', role: 'operator' }
      const entries = await ledger.audit.commit({ authority: keeper, actor })
      if (entries.length > 0) log.info({ job: 'audit', entries: entries.length }, 'job')
    }),
    run('uses', seconds.auditSeconds, async () => {
      await archive.uses.commit(operator)
    }),
    run('exceptions', seconds.auditSeconds, async () => {
      await archive.filing.commitExceptions(operator)
    }),
    run('check', seconds.checkSeconds, async () => {
      const { sound, failed } = await vault.authenticate.checkRound({ most: seconds.checkFiles, signal })
      for (const { identifier, code } of failed) log.error({ job: 'check', identifier, code }, 'job')
      if (sound > 0) log.info({ job: 'check', sound }, 'job')
    }),
    run('follow', seconds.archiveSeconds, async () => {
      await archive.followLicences({ signal })
    }),
    run('filings', seconds.archiveSeconds, async () => {
      const { finished, voided, failed } = await archive.filing.recover(signal)
      if (finished + voided > 0) log.warn({ job: 'filings', finished, voided }, 'job')
      for (const one of failed) log.error({ job: 'filings', ...one }, 'job')
    }),
    run('holds', seconds.archiveSeconds, async () => {
      await archive.holds.lapse(operator)
    }),
  ]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(jobs.map((end) => end()))
    },
  }
}

interface Run {
  readonly name: string
  readonly log: Log
  readonly signal: AbortSignal
}

/** Works at once and then every so often; the answer waits for the run that is under way. */
function every(seconds: number, { name, log, signal }: Run, work: () => Promise<void>): () => Promise<void> {
  const run = async () => {
    if (signal.aborted) return
    try {
      await work()
    } catch (thrown) {
      if (signal.aborted) return
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unexpected'
      log.warn({ job: name, code }, 'job')
    }
  }
  let running = run()
  const timer = setInterval(() => {
    running = running.then(run)
  }, seconds * 1_000)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
