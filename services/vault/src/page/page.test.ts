import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorsOf, type Words } from '@licencevault/errors'
import { pemOf } from '@licencevault/keys'
import { type OpenPage, openAddress, type Page } from '@licencevault/kit/browser'
import { describeWith } from '@licencevault/kit/programs'
import { sealAuthorityList, verdictNames } from '@licencevault/verify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { licenceCases } from '../../../../packages/verify/testing/licence-cases.ts'
import { qrCases } from '../../../../packages/verify/testing/qr-cases.ts'
import { ca, list, publisher } from '../../../../packages/verify/testing/world.ts'
import { maxQuestionBytes, openPage } from './page.ts'
import type { StatusAnswer } from './status-answer.ts'

const error = errorsOf({
  'register-away': {
    kind: 'unavailable',
    sentence: { en: 'The register is away.', zh: '登记库不可用。' },
    remedy: { en: 'Try again.', zh: '请重试。' },
  },
})

const words = (en: string, zh: string): Words => ({ en, zh })
const suspended: StatusAnswer = {
  state: 'suspended',
  name: words('Suspended', '暂扣'),
  inForce: 'no',
  summary: words('Suspended until 2026-12-31.', '已暂扣，至 2026-12-31。'),
  remedy: words('Do not accept it now.', '目前请勿采信。'),
  at: '2026-11-25T08:00:00Z',
}

let server: Server
let address: string
const asked: string[] = []
let answer: () => Promise<StatusAnswer> = async () => suspended
let allowed = true
let behindProxy = false
const addresses: string[] = []

beforeAll(async () => {
  const nextUpdate = '2099-01-01T00:00:00Z'
  const authorityList = await sealAuthorityList({ ...list, nextUpdate }, publisher)
  const listener = await openPage({
    authorityList: async () => ({ sequence: 7, bytes: authorityList }),
    roots: () => pemOf(ca.certificate, 'CERTIFICATE'),
    async status(identifier) {
      asked.push(identifier)
      return answer()
    },
    allow(from) {
      addresses.push(from)
      return allowed
    },
    get behindProxy() {
      return behindProxy
    },
  })
  server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  address = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  asked.length = 0
  answer = async () => suspended
  allowed = true
  behindProxy = false
  addresses.length = 0
})

const post = (body: string) => fetch(`${address}/status`, { method: 'POST', body })

describe('what is served', () => {
  it.each(['/', '/v', '/page.css', '/page.js', '/authorities.p7m', '/roots.pem'])('%s', async (path) => {
    const response = await fetch(address + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
    const head = await fetch(address + path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      response.headers.get('content-length'),
    ])
  })

  it('the list once, and again only when another was published', async () => {
    const first = await fetch(`${address}/authorities.p7m`)
    expect(first.headers.get('etag')).toBe('"7"')
    const again = await fetch(`${address}/authorities.p7m`, { headers: { 'if-none-match': '"7"' } })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    const older = await fetch(`${address}/authorities.p7m`, { headers: { 'if-none-match': '"6"' } })
    expect(older.status).toBe(200)
  })

  it.each(['/../settings', '/constructor', '/page.ts', '/status/x'])('nothing at %s', async (path) => {
    expect((await fetch(address + path)).status).toBe(404)
  })

  it('is only read, and status only asked', async () => {
    expect((await fetch(address, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${address}/status`)).status).toBe(405)
  })
})

describe('a question about the status', () => {
  const question = JSON.stringify({ identifier: '1.2.156.3005.2.x' })

  it('is answered from the register', async () => {
    const response = await post(question)
    expect(await response.json()).toEqual(suspended)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(asked).toEqual(['1.2.156.3005.2.x'])
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['no identifier', '{}'],
    ['an identifier that is no text', '{"identifier":1}'],
    ['a long identifier', JSON.stringify({ identifier: 'x'.repeat(129) })],
    ['a long question', JSON.stringify({ identifier: 'x', more: 'x'.repeat(maxQuestionBytes) })],
  ])('is refused unheard: %s', async (_, body) => {
    expect((await post(body)).status).toBe(400)
    expect(asked).toEqual([])
  })

  it('counts for the address that a proxy on this machine names, and for nobody else’s word', async () => {
    const from = async (forwarded: string) => {
      await fetch(`${address}/status`, {
        method: 'POST',
        body: question,
        headers: { 'x-forwarded-for': forwarded },
      })
      return addresses.at(-1)
    }
    expect(await from('203.0.113.9')).toMatch(/^(::1|(::ffff:)?127\.0\.0\.1)$/)
    behindProxy = true
    expect(await from('203.0.113.9')).toBe('203.0.113.9')
    expect(await from('198.51.100.1, 2001:db8::9')).toBe('2001:db8::9')
    expect(await from('203.0.113.9, unknown')).toMatch(/^(::1|(::ffff:)?127\.0\.0\.1)$/)
  })

  it('is refused to an address that asks too often', async () => {
    allowed = false
    const response = await post(question)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
    expect(asked).toEqual([])
  })

  it('tells a trouble in its own words, and nothing of a fault of ours', async () => {
    answer = () => Promise.reject(error('register-away'))
    const told = await post(question)
    expect([told.status, await told.json()]).toEqual([
      503,
      {
        code: 'register-away',
        sentence: words('The register is away.', '登记库不可用。'),
        remedy: words('Try again.', '请重试。'),
      },
    ])
    answer = () => Promise.reject(new Error('secret detail'))
    const untold = await post(question)
    expect([untold.status, await untold.text()]).toEqual([500, ''])
  })
})

const phone = { viewport: { width: 360, height: 740 } }

describeWith('chromium', 'on a phone of 360 px', ({ path: program }) => {
  let opened: OpenPage
  let page: Page
  const sent: string[] = []

  beforeEach(async () => {
    opened = await openAddress(program, address, { ...phone, locale: 'zh-CN' })
    page = opened.page
    sent.length = 0
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  })
  afterEach(() => opened.close())

  const caseOf = (verdict: string) => {
    const found = licenceCases.find((one) => one.verdict === verdict && !one.at && !one.policy && !one.list)
    if (!found) throw new Error(`no case that is ${verdict}`)
    return found
  }
  const choose = async (buffer: Uint8Array) => {
    const file = { name: 'licence.pdf', mimeType: 'application/pdf', buffer: Buffer.from(buffer) }
    await page.setInputFiles('#file', file)
    await page.waitForSelector('.verdict')
  }
  const heading = () => page.textContent('.verdict h2')
  const noSidewaysScroll = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

  it('judges a file in the browser, and sends neither file nor question before the click', async () => {
    await choose(await caseOf('valid').file())
    expect(await heading()).toContain(verdictNames.valid.zh)
    expect(await noSidewaysScroll()).toBe(true)
    expect(sent).toEqual(['GET /authorities.p7m', 'GET /roots.pem'])
    expect(asked).toEqual([])

    await page.click('.status button')
    await page.waitForSelector('.verdict.bad')
    expect(await heading()).toContain(suspended.name.zh)
    expect(await page.textContent('.verdict.bad')).toContain(suspended.summary.zh)
    // Genuine still, but no longer good news.
    expect(await page.locator('.verdict.doubt').textContent()).toContain(verdictNames.valid.zh)
    expect(await page.locator('.verdict.good').count()).toBe(0)
    expect(sent.slice(2)).toEqual(['POST /status'])
    expect(asked).toHaveLength(1)
  })

  it.each(['altered', 'forged', 'not-entitled', 'not-sealed', 'expired'] as const)(
    'says of a file that is %s what it is',
    async (verdict) => {
      await choose(await caseOf(verdict).file())
      expect(await heading()).toContain(verdictNames[verdict].zh)
    },
  )

  it('says it again in the other language', async () => {
    await choose(await caseOf('altered').file())
    await page.click('#language')
    expect(await heading()).toContain(verdictNames.altered.en)
    expect(await page.textContent('h1')).toBe('Is this licence real, and in force?')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })

  it('judges the code of an address, which the server never sees', async () => {
    const code = qrCases.find(({ verdict, at, policy }) => verdict === 'valid' && !at && !policy)
    const token = new URL((await code?.text()) ?? '').hash
    await page.goto(`${address}/v${token}`)
    await page.waitForSelector('.verdict')
    expect(await heading()).toContain(verdictNames.valid.zh)
    expect(sent.some((request) => request.includes(token.slice(1, 20)))).toBe(false)
    expect(await noSidewaysScroll()).toBe(true)
  })

  it('is used by keyboard alone, and is read out', async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到核验结果')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('language')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('file')
    expect(await page.getByLabel('选择证照文件').count()).toBe(1)
    await choose(await caseOf('valid').file())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
    expect(await page.getAttribute('#result', 'aria-live')).toBe('polite')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.verdict.bad')
  })

  it('says when the register does not answer, and keeps its answer', async () => {
    answer = () => Promise.reject(new Error('away'))
    await choose(await caseOf('valid').file())
    await page.click('.status button')
    await page.waitForSelector('.verdict.doubt')
    expect(await page.textContent('.verdict.doubt')).toContain('证照库未答复')
    expect(await page.textContent('.verdict.good')).toContain(verdictNames.valid.zh)
  })
})
