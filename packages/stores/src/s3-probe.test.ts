import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWithS3, type S3Server } from '@licencevault/kit/servers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { probeS3, type S3Findings } from './s3.ts'

/** The README's matrix, row by row, as it stands there: | what | MinIO | versitygw |. */
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const rows: Readonly<Record<keyof S3Findings, string>> = {
  keepsVersions: 'keeps versions',
  oneCreatorWins: 'of 8 racing creators one wins',
  oneCreatorInPartsWins: 'the same in parts',
  removedKeyIsFree: 'a removed key can be created again',
  refusesWrongChecksum: 'refuses bytes that do not fit their checksum',
  keepsLock: 'a lock given with the put is kept',
  refusesRemovalUnderCompliance: 'COMPLIANCE: refuses removal',
  refusesShorteningCompliance: 'COMPLIANCE: refuses a shorter time',
  refusesWeakeningCompliance: 'COMPLIANCE: refuses a weaker mode',
  refusesRemovalUnderGovernance: 'GOVERNANCE: refuses removal',
  bypassesGovernance: 'GOVERNANCE: removes when told to bypass',
  refusesRemovalUnderHold: 'legal hold: refuses removal',
  removesAfterHold: 'legal hold: removes once it is lifted',
  overwriteLeavesLocked: 'an overwrite leaves the locked version, locked',
  headTellsLockOfOlder: 'HEAD tells the lock of an older version',
}

describeWithS3('What an S3 server really does', (start, name) => {
  let server: S3Server
  beforeAll(async () => {
    server = await start()
  })
  afterAll(() => server.stop())

  it('stands in the README', async () => {
    const findings = await probeS3({ ...server, bucket: await server.createBucket() })
    if (name === 'given') return expect(Object.keys(findings).sort()).toEqual(Object.keys(rows).sort())
    const column = name === 'minio' ? 1 : 2
    const written = Object.entries(rows).map(([finding, words]) => {
      const row = readme.split('\n').find((line) => line.startsWith(`| ${words} `)) ?? ''
      return [finding, row.split('|').map((cell) => cell.trim())[column + 1]]
    })
    const found = Object.entries(findings).map(([finding, holds]) => [finding, holds ? 'yes' : 'no'])
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(found))
  })

  it('is not probed where the bucket has no object lock', async () => {
    const bucket = await server.createBucket({ locks: false, versions: false })
    await expect(probeS3({ ...server, bucket })).rejects.toMatchObject({ code: 'blob-lock-unsupported' })
  })
})
