import { VaultError } from '@licencevault/errors'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { signOcsp } from '@licencevault/kit/evidence'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { limits } from '../limits.ts'
import { readOcspResponse } from './ocsp.ts'
import { ocspRequest } from './ocsp-request.ts'

const thisUpdate = new Date('2027-06-14T00:00:00Z')
const nextUpdate = new Date('2027-06-21T00:00:00Z')
let ca: TestCa
let leaf: IssuedIdentity

beforeAll(async () => {
  ca = await createCa({ name: '根' })
  leaf = await ca.issue({ subject: { CN: '印章' }, serial: Uint8Array.of(0x41) })
})

const respond = (rest: object = {}) =>
  signOcsp(ca, { certificate: leaf.certificate, issuer: ca.certificate, thisUpdate, nextUpdate, ...rest })

describe('a response', () => {
  it('says what is in it', async () => {
    const cutoff = {
      oid: '1.3.6.1.5.5.7.48.1.6',
      value: Uint8Array.of(0x18, 15, ...Buffer.from('20200101000000Z')),
    }
    const response = readOcspResponse(
      await respond({
        status: { at: thisUpdate, reason: 1 },
        nonce: Uint8Array.of(1, 2),
        send: [ca.certificate],
      }),
    )
    expect(response).toMatchObject({
      status: 'successful',
      producedAt: thisUpdate,
      nonce: Uint8Array.of(1, 2),
      certificates: [ca.certificate],
      responder: { kind: 'name' },
      answers: [
        {
          serial: Uint8Array.of(0x41),
          thisUpdate,
          nextUpdate,
          certificate: { status: 'revoked', revokedAt: thisUpdate, reason: 'keyCompromise' },
        },
      ],
      unknown: [],
    })
    expect(readOcspResponse(await respond({ extensions: [cutoff] }))).toMatchObject({ status: 'successful' })
  })

  it('refuses a nonce of nothing or of too much, and more bytes than any response has', async () => {
    for (const size of [0, 129]) {
      const bytes = await respond({ nonce: new Uint8Array(size) })
      expect(() => readOcspResponse(bytes)).toThrow(expect.objectContaining({ code: 'ocsp-wrong' }))
    }
    expect(readOcspResponse(await respond({ nonce: new Uint8Array(128) }))).toMatchObject({
      status: 'successful',
    })
    expect(() => readOcspResponse(new Uint8Array(limits.ocspBytes + 1))).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
    expect(readOcspResponse(await respond({ times: limits.ocspResponses }))).toMatchObject({
      status: 'successful',
    })
    const chatter = await respond({ times: limits.ocspResponses + 1 })
    expect(() => readOcspResponse(chatter)).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
    const crowd = await respond({ send: Array(limits.certificates + 1).fill(der.sequence()) })
    expect(() => readOcspResponse(crowd)).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
  })

  it('whatever is changed or cut off, the error is typed', async () => {
    const bytes = await respond({ nonce: Uint8Array.of(1), status: { at: thisUpdate, reason: 1 } })
    for (let i = 0; i < bytes.length; i++) {
      for (const changed of [bytes.subarray(0, i), bytes.with(i, (bytes[i] ?? 0) ^ 0x81)]) {
        try {
          readOcspResponse(changed)
        } catch (trouble) {
          expect(trouble).toBeInstanceOf(VaultError)
        }
      }
    }
  })
})

it('a request names the certificate by its issuer and number, with a nonce if given', async () => {
  const [certificate, issuer] = [leaf.certificate, ca.certificate].map(readCertificate)
  if (!certificate || !issuer) throw new Error('no certificates')
  const plain = Buffer.from(await ocspRequest(certificate, issuer)).toString('hex')
  expect(plain.endsWith('020141')).toBe(true)
  const nonce = Buffer.from(await ocspRequest(certificate, issuer, { nonce: Uint8Array.of(7, 8) })).toString(
    'hex',
  )
  expect(nonce.endsWith('06092b0601050507300102040404020708')).toBe(true)
})
