import type { Problem } from '@licencevault/api'
import type { Call, Caller, MethodName } from './call.ts'
import { error } from './codes.ts'
import type { Gate } from './limits.ts'
import type { Log } from './log.ts'
import { type Grants, permit, reachOf } from './permissions.ts'
import { replyTo } from './replies.ts'

/** Somebody at a door. */
export interface Visit {
  readonly method: MethodName
  /** Throws for who cannot be told. */
  readonly identify: () => Promise<Caller>
  /** Calls back when the caller has left or its deadline has passed. */
  readonly onLeft: (left: () => void) => void
}

interface Errand<T> {
  /** A stream lasts as long as its caller stays; what answers once is bounded in time. */
  readonly endless?: boolean
  readonly work: (call: Call) => Promise<T>
  readonly done: (value: T) => void
  readonly failed: (problem: Problem) => void
}

/** Where every call is received: who is it, may it, is there room, how long; then the work, then the log. */
export interface Desk {
  receive<T>(visit: Visit, errand: Errand<T>): void
  /** Tells endless streams to end, refuses new calls, and resolves when all work under way has ended. */
  close(): Promise<void>
}

export interface DeskOptions {
  readonly gate: Gate
  readonly grants: Grants
  readonly log: Log
  readonly callSeconds: number
  /**
   * Lets a call of this method through when what it needs is there.
   *
   * @throws VaultError `service-not-ready`
   */
  readonly requireReady: (method: MethodName) => Promise<void>
}

export function openDesk(options: DeskOptions): Desk {
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  return {
    receive(visit, errand) {
      const work = attend(visit, errand, { ...options, stopping: stopping.signal })
      underWay.add(work)
      work.finally(() => underWay.delete(work))
    },
    async close() {
      stopping.abort(error('service-stopping'))
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** One call from its beginning to the end of its work, whoever has left by then; never throws. */
async function attend<T>(
  visit: Visit,
  { endless = false, work, done, failed }: Errand<T>,
  {
    gate,
    grants,
    log,
    callSeconds,
    requireReady,
    stopping,
  }: DeskOptions & { readonly stopping: AbortSignal },
): Promise<void> {
  const { method } = visit
  const started = performance.now()
  const leaving = new AbortController()
  visit.onLeft(() => leaving.abort(error('call-ended')))
  const timeIsUp = () => leaving.abort(error('call-too-long', { seconds: callSeconds }))
  const timer = endless ? undefined : setTimeout(timeIsUp, callSeconds * 1_000)
  let caller: Caller | undefined
  let leaveGate: (() => void) | undefined
  let working: Promise<T> | undefined
  let code = 'ok'
  try {
    if (stopping.aborted) throw stopping.reason
    const known = await visit.identify()
    caller = known
    const reach = reachOf(method, known)
    leaveGate = gate.enter(known.application)
    await requireReady(method)
    const context: Call = {
      caller: known,
      reach,
      signal: leaving.signal,
      stopping,
      permit: (request) => permit(method, known, { request, grants }),
    }
    working = work(context)
    done(await orLeave(working, leaving.signal))
  } catch (thrown) {
    const { problem, trace } = replyTo(thrown, method)
    code = problem.code
    if (trace) log.error({ method, incident: problem.details.incident, trace }, 'fault')
    failed(problem)
  } finally {
    clearTimeout(timer)
    const ms = Math.round(performance.now() - started)
    log.info({ method, ...caller, code, ms }, 'call')
    // Who leaves makes no room while its work goes on.
    await working?.catch(() => {})
    leaveGate?.()
  }
}

/** The caller is answered when it leaves, even where the work still has to come to its end. */
function orLeave<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = () => reject(signal.reason)
    if (signal.aborted) left()
    signal.addEventListener('abort', left, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', left))
  })
}
