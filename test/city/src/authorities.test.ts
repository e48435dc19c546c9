import { composeAuthorityList, openTrust, readAuthorityList, sealAuthorityList } from '@licencevault/verify'
import { expect, test } from 'vitest'
import { authorityListOf, handover } from './authorities.ts'
import { bodies, departments } from './departments.ts'
import { licenceTypes } from './licence-types.ts'
import { sealCity } from './seals.ts'

const day = 86_400_000
const instant = (time: number) => new Date(time).toISOString().replace(/\.\d+/, '')
const now = Date.now()
const city = await sealCity()
const list = authorityListOf(city, { issuedAt: instant(now - 1_000), nextUpdate: instant(now + 30 * day) })

test('the list can be published and read again', () => {
  expect(readAuthorityList(composeAuthorityList(list))).toEqual(list)
  expect(list.authorities.map(({ code }) => code)).toEqual(departments.map(({ code }) => code))
})

test('the city may publish it', async () => {
  const authorityList = await sealAuthorityList(list, city.publisher)
  const trust = await openTrust({ roots: [city.root.certificate], authorityList, at: new Date(now) })
  expect(trust).toBeDefined()
})

test('a department may not publish it', async () => {
  const authorityList = await sealAuthorityList(list, city.sealOf(bodies.market.code).identity)
  const opened = openTrust({ roots: [city.root.certificate], authorityList, at: new Date(now) })
  await expect(opened).rejects.toMatchObject({ code: 'authority-list-publisher-unknown' })
})

test('today exactly the issuing authorities of a type are entitled to it', () => {
  for (const { code, issuingAuthorities } of licenceTypes) {
    const entitled = list.authorities.filter(({ licenceTypes }) =>
      licenceTypes.some((one) => one.code === code && one.to === null),
    )
    expect(entitled.map((one) => one.code).sort()).toEqual([...issuingAuthorities].sort())
  }
})

test('what the approval bureau took over, the defining authority lost at the same instant', () => {
  const taken = list.authorities.find(({ code }) => code === bodies.approvals.code)?.licenceTypes ?? []
  expect(taken.length).toBeGreaterThan(0)
  for (const { code, from } of taken) {
    expect(from).toBe(handover)
    const former = list.authorities
      .flatMap(({ licenceTypes }) => licenceTypes)
      .filter((one) => one.to !== null)
    expect(former.filter((one) => one.code === code)).toMatchObject([{ to: handover }])
  }
})
