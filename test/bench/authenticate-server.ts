import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, services, type VaultClient } from '@licencevault/api'
import { readSettings, serve } from '@licencevault/service'
import { readActors } from '../../services/vault/src/actor.ts'
import type { Handlers } from '../../services/vault/src/call.ts'
import { openDesk } from '../../services/vault/src/desk.ts'
import { openGate } from '../../services/vault/src/limits.ts'
import { openLog } from '../../services/vault/src/log.ts'
import { watchRevocations } from '../../services/vault/src/revocation-list.ts'
import { openDoor, openHealth } from '../../services/vault/src/server.ts'
import { openServerCertificate } from '../../services/vault/src/tls.ts'
import { loadCity, needed, ordersOf } from '../journeys/service.ts'

/**
 * The service with some licences in it, and beside it in the same process an echo: another door of the same
 * making, with the same TLS, client certificates, permissions, limits and log, whose handler answers a report
 * that was made before. Says where both listen, as a line of JSON, and serves until its input ends.
 */
const [folder = '', licences = '500'] = process.argv.slice(2)
const typeName = '食品经营许可证'
const settings = await readSettings({
  given: {
    data: folder,
    'grpc.address': '127.0.0.1:0',
    'page.address': '',
    'log.level': 'error',
    'limits.callsPerSecond': 1_000_000,
  },
})
const service = await serve(settings)
const pki = join(folder, 'pki')
const files = {
  ca: join(pki, 'ca.pem'),
  cert: join(pki, 'clients/operator.pem'),
  key: join(pki, 'clients/operator.key'),
}
const tls = { ca: readFileSync(files.ca), cert: readFileSync(files.cert), key: readFileSync(files.key) }
const address = needed(service.addresses[0]).replace('127.0.0.1', 'localhost')
const client = connect({ address, tls })
const identifiers = await fill(client, Number(licences))
const canned = await client.authenticate.byIdentifier({ identifier: needed(identifiers[0]) })
client.close()
const echo = await openEcho()
process.stdout.write(
  `${JSON.stringify({ address, echo: echo.address.replace('127.0.0.1', 'localhost'), files, identifiers })}\n`,
)
process.stdin.resume()
process.stdin.once('end', async () => {
  echo.slam()
  await service.stop()
})

async function fill(vault: VaultClient, many: number): Promise<string[]> {
  await loadCity(vault, [typeName], '2026-01-01T00:00:00Z')
  const requests = ordersOf(typeName, many).map((order, index) => ({ requestId: `bench-${index}`, order }))
  const issued: string[] = []
  for await (const { licence } of vault.issue.issueMany(requests)) issued.push(needed(licence).identifier)
  return issued
}

async function openEcho() {
  const certificate = await openServerCertificate(settings.tls)
  const clock = () => new Date()
  const { callerOf } = readActors(watchRevocations(settings.tls.crl, certificate.clientCa, clock), clock)
  const desk = openDesk({
    gate: openGate(settings.limits),
    grants: settings.applications,
    log: openLog(settings.log),
    callSeconds: settings.limits.callSeconds,
    requireReady: async () => {},
  })
  const answer = async () => canned
  const handlers = Object.fromEntries(
    Object.entries(services).map(([word, methods]) => [
      word,
      Object.fromEntries(Object.keys(methods).map((name) => [name, answer])),
    ]),
  ) as unknown as Handlers
  const entrance = { kind: 'tls', address: '127.0.0.1:0', certificate, callerOf } as const
  return openDoor(entrance, { handlers, desk, limits: settings.limits, health: openHealth() })
}
