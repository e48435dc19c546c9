import { setTimeout as sleep } from 'node:timers/promises'
import { fileOf } from '@licencevault/api'
import { describeWithS3, type PostgresServer, type S3Server, startPostgres } from '@licencevault/kit/servers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** The same service on an S3 server and PostgreSQL: settings are all that differs. */
const typeName = '食品经营许可证'
const [order] = ordersOf(typeName, 1)

describeWithS3('the service on S3 and PostgreSQL', (start, name) => {
  let s3: S3Server
  let postgres: PostgresServer
  let house: House
  beforeAll(async () => {
    s3 = await start()
    postgres = await startPostgres()
    house = await openHouse({
      'documents.store': 's3',
      'documents.endpoint': s3.endpoint,
      'documents.bucket': await s3.createBucket(),
      'documents.accessKey': s3.accessKey,
      'documents.secretKey': s3.secretKey,
      'database.engine': 'postgres',
      'database.url': await postgres.createDatabase(),
    })
    await loadCity(house.operator, [typeName])
  })
  afterAll(async () => {
    await house?.close()
    await postgres?.stop()
    await s3?.stop()
  })

  it('issues, fetches and authenticates', async () => {
    const { licence } = await house.operator.issue.issue({ requestId: 'one', order: needed(order) })
    const identifier = needed(licence).identifier
    const file = await fileOf(house.operator.issue.fetch({ identifier }))
    const { report } = await house.operator.authenticate.byFile({ file })
    expect(report).toMatchObject({ fileAnswer: 0, status: { state: 'STATE_VALID' } })
  })

  it.skipIf(name === 'given')(
    'says that the documents are away, and goes on when they are back',
    async () => {
      const request = { requestId: 'two', order: needed(order) }
      await s3.kill()
      await expect(house.operator.issue.issue(request, { timeoutMs: 20_000 })).rejects.toMatchObject({
        kind: 'unavailable',
      })
      await s3.resume()
      await expect
        .poll(
          () =>
            house.operator.issue.issue(request).then(
              ({ licence }) => licence?.state,
              () => sleep(200),
            ),
          {
            timeout: 40_000,
          },
        )
        .toBe('STATE_VALID')
    },
  )
})
