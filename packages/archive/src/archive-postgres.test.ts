import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { openPostgres } from '@licencevault/stores/postgres'
import { afterAll, beforeAll } from 'vitest'
import { archiveContract } from './archive.contract.ts'
import { lateCasesContract } from './late-cases.contract.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const openDb = async () => openPostgres(await server.createDatabase())
archiveContract('PostgreSQL', openDb)
lateCasesContract('PostgreSQL', openDb)
