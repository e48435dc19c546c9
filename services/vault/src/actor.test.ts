import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCertificate } from '@licencevault/signing'
import { afterAll, expect, it } from 'vitest'
import { readActors } from './actor.ts'
import { derOf } from './development/authority.ts'
import { makeClientCertificate, makeDevelopmentPki } from './development/pki.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-actor-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('a certificate holds for each call within its validity, however long its connection stands', async () => {
  await makeDevelopmentPki(folder)
  const { cert } = await makeClientCertificate(folder, { application: 'counter', role: 'auditor' })
  const der = derOf(readFileSync(cert, 'utf8'))
  const { notBefore, notAfter } = readCertificate(der)
  let now = notBefore.getTime()
  const { callerOf } = readActors({ revoked: async () => false }, () => new Date(now))
  const caller = { application: 'counter', role: 'auditor' }
  expect(await callerOf(der)).toEqual(caller)
  now = notAfter.getTime()
  expect(await callerOf(der)).toEqual(caller)
  now += 1
  await expect(callerOf(der)).rejects.toMatchObject({ code: 'client-certificate-expired', kind: 'denied' })
})
