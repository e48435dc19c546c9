import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { VaultError } from '@licencevault/errors'
import { readActors } from './actor.ts'
import type { Caller, Handlers } from './call.ts'
import { error } from './codes.ts'
import { openDesk } from './desk.ts'
import { makeDevelopmentPki } from './development/pki.ts'
import { archiveHandlers } from './handlers/archive.ts'
import { authenticateHandlers } from './handlers/authenticate.ts'
import { catalogueHandlers } from './handlers/catalogue.ts'
import { issueHandlers } from './handlers/issue.ts'
import { ledgerHandlers } from './handlers/ledger.ts'
import { statusHandlers } from './handlers/status.ts'
import { type Jobs, startJobs } from './jobs.ts'
import { openKeys } from './keys.ts'
import { openGate } from './limits.ts'
import { openLog } from './log.ts'
import { type OpenOffice, openOffice } from './office.ts'
import { pageAnswers } from './page/answers.ts'
import { openPage } from './page/page.ts'
import { openPageDoor, type PageDoor } from './page/page-door.ts'
import { type Missing, watchReadiness } from './readiness.ts'
import { watchRevocations } from './revocation-list.ts'
import { type Door, type Entrance, openDoor, openHealth } from './server.ts'
import type { Settings } from './settings.ts'
import { openServerCertificate, type ServerCertificate } from './tls.ts'

/** A service that runs. */
export interface Service {
  /** Where it listens: `127.0.0.1:7443`, `unix:/path`. */
  readonly addresses: readonly string[]
  /** The public page, `https://localhost:7444/`, where one is served. */
  readonly page?: string
  /** What was missing at the last look; empty when every room serves. */
  missing(): readonly Missing[]
  /** Takes no more calls, waits for those under way, and closes. What was acknowledged is kept. */
  stop(): Promise<void>
}

/** Who comes in by a socket or in plain text on loopback. */
const localOperator: Caller = { application: 'local', role: 'operator' }

const lookEvery = 2_000

/**
 * Starts the service. It listens at once and says through its health service when it is ready: a store that
 * is away is looked for until it is there.
 *
 * @throws VaultError what is wrong with keys, certificates, addresses or stores and will stay so
 */
export async function serve(settings: Settings): Promise<Service> {
  const log = openLog(settings.log)
  const certificate = await prepareCertificate(settings)
  const keys = await openKeys(settings)
  let office: OpenOffice | undefined
  let whyClosed = 'not-open'
  const health = openHealth()
  const readiness = watchReadiness(
    async () => (office ? office.vault.ready() : [{ part: 'office', code: whyClosed }]),
    (serving) => health.set(serving),
  )
  const desk = openDesk({
    gate: openGate(settings.limits),
    grants: settings.applications,
    log,
    callSeconds: settings.limits.callSeconds,
    requireReady: readiness.require,
  })
  const opened = () => {
    if (office) return office
    throw error('service-not-ready', { parts: 'office' })
  }
  const handlers = handlersOver(opened)
  const doors = await openDoors(entrancesOf(settings, certificate), (entrance) =>
    openDoor(entrance, { handlers, desk, limits: settings.limits, health }),
  )
  const page = await openPublicPage(settings, certificate, opened).catch((problem: unknown) => {
    for (const door of doors) door.slam()
    throw problem
  })
  const stopping = new AbortController()
  let jobs: Jobs | undefined
  const open = async () => {
    office = await openOffice(settings, keys).catch((problem: unknown) => {
      whyClosed = codeOf(problem)
      throw problem
    })
    jobs = startJobs(office, { log, seconds: settings.jobs, keeper: settings.keeper })
    await readiness.refresh()
  }
  const looking = setInterval(() => readiness.refresh(), lookEvery)
  looking.unref()
  const closeAll = async () => {
    log.info('stopping')
    stopping.abort()
    clearInterval(looking)
    health.set({
      catalogue: false,
      issue: false,
      status: false,
      authenticate: false,
      ledger: false,
      archive: false,
    })
    await page?.close()
    await closeDoors(doors, desk.close(), settings.stop.graceSeconds)
    await opening
    await jobs?.stop()
    await office?.close()
    certificate?.close()
    await new Promise<void>((resolve) => log.flush(() => resolve()))
  }
  let opening: Promise<void> = Promise.resolve()
  let closing: Promise<void> | undefined
  const stop = () => {
    closing ??= closeAll()
    return closing
  }
  try {
    await open()
  } catch (problem) {
    if (!isAway(problem)) {
      await stop()
      throw problem
    }
    log.warn({ code: whyClosed }, 'a store is away, looking for it')
    await readiness.refresh()
    opening = keepOpening(open, stopping.signal, (again) =>
      log.warn({ code: codeOf(again) }, 'cannot be opened yet'),
    )
  }
  const addresses = doors.map(({ address }) => address)
  log.info({ addresses, page: page?.address, development: settings.development }, 'serving')
  return { addresses, ...(page && { page: page.address }), missing: readiness.missing, stop }
}

async function openPublicPage(
  { page }: Settings,
  certificate: ServerCertificate | undefined,
  office: () => OpenOffice,
): Promise<PageDoor | undefined> {
  if (page.address === '') return undefined
  const entrance = { address: page.address, certificate: page.plainText ? undefined : certificate }
  return openPageDoor(entrance, await openPage(pageAnswers(office, page.plainText)))
}

async function prepareCertificate({
  grpc,
  page,
  tls,
  development,
}: Settings): Promise<ServerCertificate | undefined> {
  const speaks = ({ address, plainText }: Settings['grpc' | 'page']) => address !== '' && !plainText
  if (!speaks(grpc) && !speaks(page)) return undefined
  if (development) await makeDevelopmentPki(dirname(tls.clientCa))
  return openServerCertificate(tls)
}

function handlersOver(office: () => OpenOffice): Handlers {
  return {
    catalogue: catalogueHandlers(office),
    issue: issueHandlers(office),
    status: statusHandlers(office),
    authenticate: authenticateHandlers(office),
    ledger: ledgerHandlers(office),
    archive: archiveHandlers(office),
  }
}

function entrancesOf({ grpc, tls }: Settings, certificate: ServerCertificate | undefined): Entrance[] {
  const entrances: Entrance[] = []
  if (certificate && grpc.address !== '' && !grpc.plainText) {
    const clock = () => new Date()
    const revocations = watchRevocations(tls.crl, certificate.clientCa, clock)
    const { callerOf } = readActors(revocations, clock)
    entrances.push({ kind: 'tls', address: grpc.address, certificate, callerOf })
  } else if (grpc.address !== '') {
    entrances.push({ kind: 'plain', address: grpc.address, caller: localOperator })
  }
  if (grpc.socket !== '') entrances.push({ kind: 'socket', path: grpc.socket, caller: localOperator })
  return entrances
}

/** All of them or none. */
async function openDoors(
  entrances: readonly Entrance[],
  open: (entrance: Entrance) => Promise<Door>,
): Promise<readonly Door[]> {
  const doors: Door[] = []
  try {
    for (const entrance of entrances) doors.push(await open(entrance))
    return doors
  } catch (problem) {
    for (const door of doors) door.slam()
    throw problem
  }
}

/** Connections that stand open without a call are cut once all work has ended, or the grace is over. */
async function closeDoors(
  doors: readonly Door[],
  workEnded: Promise<void>,
  graceSeconds: number,
): Promise<void> {
  const closed = Promise.all(doors.map((door) => door.close()))
  const grace = new AbortController()
  await Promise.race([
    workEnded,
    sleep(graceSeconds * 1_000, undefined, { signal: grace.signal, ref: false }).catch(() => {}),
  ])
  grace.abort()
  // Answers that were just given are still on their way out.
  await Promise.race([closed, sleep(200)])
  for (const door of doors) door.slam()
}

async function keepOpening(
  open: () => Promise<void>,
  signal: AbortSignal,
  tell: (problem: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(lookEvery, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    try {
      return await open()
    } catch (problem) {
      tell(problem)
    }
  }
}

/** A store that is not there now, unlike one that refuses or is of another make. */
function isAway(problem: unknown): boolean {
  return problem instanceof VaultError && problem.kind === 'unavailable'
}

function codeOf(problem: unknown): string {
  return problem instanceof VaultError ? problem.code : 'unexpected'
}
