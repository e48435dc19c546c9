import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { openPostgres } from '@licencevault/stores/postgres'
import { afterAll, beforeAll } from 'vitest'
import { rebuildContract } from './rebuild.contract.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

rebuildContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))
