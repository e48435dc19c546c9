import { describeWithS3, type S3Server } from '@licencevault/kit/servers'
import { afterAll, beforeAll } from 'vitest'
import { blobsContract } from './blobs.contract.ts'
import { openS3 } from './s3.ts'

describeWithS3('S3', (start, name) => {
  let server: S3Server
  let locking: string
  let plain: string
  beforeAll(async () => {
    server = await start()
    locking = await server.createBucket()
    plain = await server.createBucket({ locks: false, versions: false })
  })
  afterAll(() => server.stop())

  blobsContract(
    `${name} with versions and locks`,
    () => (settings) => openS3({ ...server, bucket: locking, ...settings }),
    { removedKeyStaysTaken: name === 'given' ? 'perhaps' : name === 'versitygw' },
  )
  blobsContract(`${name} without`, () => (settings) => openS3({ ...server, bucket: plain, ...settings }))
})
