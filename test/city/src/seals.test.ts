import { X509Certificate } from 'node:crypto'
import { createCa } from '@licencevault/kit/ca'
import { describe, expect, test } from 'vitest'
import { departments } from './departments.ts'
import { sealCity } from './seals.ts'

const city = await sealCity()
const issuing = new X509Certificate(city.issuing.certificate)

describe('sealCity', () => {
  test('gives each department a seal that the issuing CA signed, below the root', () => {
    expect(city.seals.map(({ department }) => department)).toEqual(departments)
    const root = new X509Certificate(city.root.certificate)
    expect(issuing.verify(root.publicKey)).toBe(true)
    for (const { identity } of city.seals) {
      expect(new X509Certificate(identity.certificate).verify(issuing.publicKey)).toBe(true)
      expect(identity.chain).toEqual([city.issuing.certificate, city.root.certificate])
    }
  })

  test('names the department and its code', () => {
    for (const { department, identity } of city.seals) {
      const { subject } = new X509Certificate(identity.certificate)
      expect(subject.split('\n')).toEqual([
        'C=CN',
        `O=${department.name}`,
        expect.stringMatching(`^(organizationIdentifier|2\\.5\\.4\\.97|serialNumber)=${department.code}$`),
        `CN=${department.name}电子印章`,
      ])
      expect(city.sealOf(department.code).identity).toBe(identity)
    }
  })

  test('signs with more than one algorithm, mostly with ES256', () => {
    const count = (name: string) =>
      city.seals.filter(({ identity }) => identity.signer.algorithm === name).length
    expect(['ES256', 'ES384', 'PS256', 'RS256', 'Ed25519'].map(count)).toEqual([32, 1, 1, 1, 1])
  })

  test('keeps to the CA and the period it is told', async () => {
    const ca = await createCa({ name: 'another root', notBefore: new Date('2020-01-01T00:00:00Z') })
    const notBefore = new Date('2021-01-01T00:00:00Z')
    const notAfter = new Date('2022-01-01T00:00:00Z')
    const other = await sealCity({ ca, notBefore, notAfter })
    const [seal] = other.seals
    const certificate = new X509Certificate(seal?.identity.certificate ?? '')
    expect(other.root).toBe(ca)
    expect(certificate.validFromDate).toEqual(notBefore)
    expect(certificate.validToDate).toEqual(notAfter)
  })

  test('a department that the city does not have is a wrong call', () => {
    expect(() => city.sealOf('91350100M000100Y43')).toThrow(RangeError)
  })
})
