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
 * Runs by the clock, each job one run at a time: finishes what was left *issuing*, at once and from time to
 * time, commits who has read and used what to the ledger, checks kept files in turn, and keeps the archive's
 * terms and holds up to date.
 */
export function startJobs(
  { vault, ledger, archive }: { readonly vault: Vault; readonly ledger: Ledger; readonly archive: Archive },
  { log, seconds, keeper }: JobOptions,
): Jobs {
  const stopping = new AbortController()
  const { signal } = stopping
  const recover = every(seconds.recoverSeconds, { name: 'recover', log, signal }, async () => {
    const { finished, failed } = await vault.recover({ signal })
    if (finished.length === 0 && failed.length === 0) return
    const codes = [...new Set(failed.map(({ code }) => code))]
    log.warn({ job: 'recover', finished: finished.length, failed: failed.length, codes }, 'job')
  })
  const commit = every(seconds.auditSeconds, { name: 'audit', log, signal }, async () => {
    const actor = { application: 'vault', role: 'operator' }
    const entries = await ledger.audit.commit({ authority: keeper, actor })
    await archive.uses.commit({ application: 'archive', role: 'operator' })
    await archive.filing.commitExceptions({ application: 'archive', role: 'operator' })
    if (entries.length > 0) log.info({ job: 'audit', entries: entries.length }, 'job')
  })
  const check = every(seconds.checkSeconds, { name: 'check', log, signal }, async () => {
    const { sound, failed } = await vault.authenticate.checkRound({ most: seconds.checkFiles, signal })
    for (const { identifier, code } of failed) log.error({ job: 'check', identifier, code }, 'job')
    if (sound > 0) log.info({ job: 'check', sound }, 'job')
  })
  const keepRecords = every(seconds.archiveSeconds, { name: 'archive', log, signal }, async () => {
    await archive.followLicences({ signal })
    const { finished, voided } = await archive.filing.recover(signal)
    if (finished + voided > 0) log.warn({ job: 'archive', finished, voided }, 'job')
    await archive.holds.lapse({ application: 'archive', role: 'operator' })
  })
  return {
    async stop() {
      stopping.abort()
      await Promise.all([recover(), commit(), check(), keepRecords()])
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
