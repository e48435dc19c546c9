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
  let given: Readonly<Record<string, string>>
  beforeAll(async () => {
    s3 = await start()
    postgres = await startPostgres()
    given = {
      'documents.store': 's3',
      'documents.endpoint': s3.endpoint,
      'documents.bucket': await s3.createBucket(),
      'documents.accessKey': s3.accessKey,
      'documents.secretKey': s3.secretKey,
      'database.engine': 'postgres',
    }
    house = await openHouse({ ...given, 'database.url': await postgres.createDatabase() })
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

  it.skipIf(name === 'given')(
    'starts while the documents are away, says so, and serves when they come',
    async () => {
      const own = {
        'documents.bucket': await s3.createBucket(),
        'database.url': await postgres.createDatabase(),
      }
      await s3.kill()
      const early = await openHouse({ ...given, ...own })
      try {
        await expect(early.operator.catalogue.findTypes({}, { timeoutMs: 2_000 })).rejects.toMatchObject({
          code: 'service-not-ready',
          kind: 'unavailable',
          sentence: { en: expect.stringContaining('store-unavailable') },
          remedy: { en: expect.any(String), zh: expect.any(String) },
        })
        await s3.resume()
        const missing = () => early.service.missing().map(({ code }) => code)
        await expect.poll(missing, { timeout: 40_000 }).toEqual(['authority-list-missing'])
        expect((await early.operator.catalogue.findTypes({})).types).toEqual([])
      } finally {
        await early.close()
      }
    },
  )
})
