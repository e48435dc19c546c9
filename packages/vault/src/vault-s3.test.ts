import { describeWithS3, type PostgresServer, type S3Server, startPostgres } from '@licencevault/kit/servers'
import { openPostgres } from '@licencevault/stores/postgres'
import { openS3 } from '@licencevault/stores/s3'
import { afterAll } from 'vitest'
import { rebuildContract } from './rebuild/rebuild.contract.ts'
import { vaultContract } from './vault.contract.ts'

describeWithS3('an office at scale', (start, name) => {
  const servers: (PostgresServer | S3Server)[] = []
  afterAll(async () => {
    for (const server of servers) await server.stop()
  })

  vaultContract(`${name} and PostgreSQL`, async () => {
    const [s3, postgres] = await Promise.all([start(), startPostgres()])
    servers.push(s3, postgres)
    const { endpoint, accessKey, secretKey, region } = s3
    return {
      db: await openPostgres(await postgres.createDatabase()),
      blobs: await openS3({ endpoint, accessKey, secretKey, region, bucket: await s3.createBucket() }),
    }
  })

  // Rebuilding asks nothing of a store that the office does not: one of them is enough.
  if (name === 'versitygw') return

  rebuildContract('PostgreSQL', async () => {
    const [s3, postgres] = await Promise.all([start(), startPostgres()])
    servers.push(s3, postgres)
    const { endpoint, accessKey, secretKey, region } = s3
    return {
      blobs: await openS3({ endpoint, accessKey, secretKey, region, bucket: await s3.createBucket() }),
      database: async () => openPostgres(await postgres.createDatabase()),
    }
  })
})
