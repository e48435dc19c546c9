import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { openPostgres } from '@licencevault/stores/postgres'
import { afterAll, beforeAll } from 'vitest'
import { archiveContract } from './archive.contract.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

archiveContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))
