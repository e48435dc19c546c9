import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import { afterAll, beforeAll } from 'vitest'
import { dbContract } from './db.contract.ts'
import { openPostgres } from './postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

dbContract('postgres', async () => {
  const url = await server.createDatabase()
  return () => openPostgres(url)
})
