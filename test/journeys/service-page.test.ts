import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { fileOf } from '@licencevault/api'
import { openAddress } from '@licencevault/kit/browser'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

/** The public page as the service serves it: over HTTPS, with the city's own list, and the status of now. */
const typeName = '食品经营许可证'
let house: House
let page: string
let identifier: string
let file: Uint8Array

beforeAll(async () => {
  house = await openHouse()
  page = needed(house.service.page)
  await loadCity(house.operator, [typeName], '2026-01-01T00:00:00Z')
  const [order] = ordersOf(typeName, 1)
  const { licence } = await house.operator.issue.issue({ requestId: 'page', order: needed(order) })
  identifier = needed(licence).identifier
  file = await fileOf(house.operator.issue.fetch({ identifier }))
})
afterAll(() => house?.close())

function ask(path: string, body?: string): Promise<{ status: number; text: string }> {
  const ca = readFileSync(`${house.folder}/pki/ca.pem`)
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, page), { ca, method }, async (response) => {
      const text = Buffer.concat(await Array.fromAsync(response)).toString()
      resolve({ status: response.statusCode ?? 0, text })
    })
    call.on('error', reject)
    call.end(body)
  })
}
const statusOf = async (asked: string) =>
  JSON.parse((await ask('/status', JSON.stringify({ identifier: asked }))).text)

describe('the public page of a service', () => {
  it('is served over HTTPS with the service’s own certificate', async () => {
    expect(page).toMatch(/^https:\/\/localhost:\d+\/$/)
    expect((await ask('/')).text).toContain('这份证照是真的吗')
    expect((await ask('/roots.pem')).text).toContain('BEGIN CERTIFICATE')
    expect((await ask('/authorities.p7m')).text.length).toBeGreaterThan(1_000)
  })

  it('tells the status of now, and no more than the paper shows', async () => {
    expect(await statusOf(identifier)).toMatchObject({ state: 'valid', inForce: 'yes' })
    await house.operator.status.change({
      identifier,
      move: 'MOVE_SUSPEND',
      particulars: { decision: '云市监〔2026〕9号', legalBasis: '行政处罚法 art. 9', until: '2027-06-30' },
    })
    const answer = await statusOf(identifier)
    expect(answer).toMatchObject({ state: 'suspended', inForce: 'no', name: { zh: '暂扣' } })
    expect(Object.keys(answer).sort()).toEqual(['at', 'inForce', 'name', 'remedy', 'state', 'summary'])
    expect(await statusOf('1.2.156.3005.2.x')).toMatchObject({ name: { zh: '查无此证' } })
  })

  it('holds an address to so many questions a second', async () => {
    const many = await Promise.all(Array.from({ length: 30 }, () => ask('/status', '{"identifier":"x"}')))
    expect(many.some(({ status }) => status === 429)).toBe(true)
    expect(many.some(({ status }) => status === 200)).toBe(true)
  })
})

describeWith('chromium', 'in a browser', ({ path: program }) => {
  it('judges a licence of this service, receipt and all, and learns that it is suspended', async () => {
    const opened = await openAddress(program, page, { ignoreHTTPSErrors: true, locale: 'zh-CN' })
    try {
      const buffer = Buffer.from(file)
      await opened.page.setInputFiles('#file', { name: 'a.pdf', mimeType: 'application/pdf', buffer })
      await opened.page.waitForSelector('.verdict.good')
      expect(await opened.page.textContent('.checks')).toContain('receipt')
      await opened.page.click('.status button')
      await opened.page.waitForSelector('.verdict.bad')
      expect(await opened.page.textContent('.verdict.bad')).toContain('暂扣')
    } finally {
      await opened.close()
    }
  })
})
