import { expect, it } from 'vitest'
import { approver, archivist, filedCase, fileWith, openOffice, register } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'

it('where the ledger does not say until when a licence is valid, whoever issued it is asked', async () => {
  const validities: Readonly<Record<string, string | null>> = { 'licence-a': '2023-05-02', 'licence-b': null }
  const asked: string[] = []
  const validityOf = async (identifier: string) => {
    asked.push(identifier)
    return validities[identifier]
  }
  const office = await openOffice('2020-06-01', undefined, { validityOf })
  try {
    const { archive, ledger } = office
    await archive.items.define(archivist, 'item', [foodItem])
    const schedule = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
    await archive.schedules.propose(archivist, 'propose', schedule)
    await archive.schedules.approve(approver, 'approve', 1, { effectiveFrom: '2020-06-01' })
    const cases = new Map<string, string>()
    for (const identifier of ['licence-a', 'licence-b', 'licence-c']) {
      cases.set(
        identifier,
        await register(office, filedCase({ files: [fileWith('R01')], licences: [{ identifier }] })),
      )
      await ledger.append([
        {
          kind: 'issued',
          subject: identifier,
          effectiveFrom: '2018-05-03',
          authority: foodItem.authority.code,
          digests: {},
          actor: { application: 'market', role: 'issuer' },
        },
      ])
    }
    await archive.followLicences()
    expect(asked).toEqual(['licence-a', 'licence-b', 'licence-c'])
    const said = async (identifier: string) => {
      const { dueOn, why } = await archive.queries.explain(cases.get(identifier) ?? '')
      return [dueOn, why.find(({ step }) => step.startsWith('licence-'))?.step]
    }
    expect(await said('licence-a')).toEqual(['2053-05-03', 'licence-until'])
    expect(await said('licence-b')).toEqual([null, 'licence-open'])
    expect(await said('licence-c')).toEqual([null, 'licence-unknown'])
  } finally {
    await office.close()
  }
})
