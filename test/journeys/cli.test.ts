import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { departments, makeOrders, templateOf } from '@licencevault/city'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, inDays, needed, openHouse, typeNamed } from './service.ts'

/** `vault` as people and scripts call it: a program of its own, against a service and without one. */
const main = resolve(import.meta.dirname, '../../packages/cli/src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-cli-'))
const at = (name: string) => join(folder, name)
const type = typeNamed('食品经营许可证')
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const [order, another] = [...makeOrders({ seed: 'cli', count: 2, types: [type], on: today })]
let house: House
let door: string[]

interface Said {
  readonly code: number
  readonly out: string
  readonly talk: string
}

function vault(...words: string[]): Promise<Said> {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { env }, (problem, out, talk) => {
      resolve({ code: problem ? Number(problem.code) : 0, out, talk })
    })
  })
}

const ask = (...words: string[]) => vault(...words, ...door)

async function json(...words: string[]) {
  const { code, out, talk } = await ask(...words, '--json')
  expect({ code, talk }).toEqual({ code: 0, talk: '' })
  return JSON.parse(out)
}

beforeAll(async () => {
  house = await openHouse()
  const { cert, key, ca } = await house.certificateOf('operator', undefined, 'cli')
  const address = house.address.replace('127.0.0.1', 'localhost')
  door = ['--address', address, '--ca', ca, '--cert', cert, '--key', key]
  writeFileSync(at('type.json'), JSON.stringify(type))
  writeFileSync(at('template.json'), JSON.stringify(templateOf(type)))
  writeFileSync(at('order.json'), JSON.stringify(order))
  writeFileSync(at('another.json'), JSON.stringify(another))
  const { code, name, nameEn } = needed(departments.find((one) => one.code === order?.authority.code))
  const entitlements = [{ typeCode: type.code, from: '2019-01-01T00:00:00Z' }]
  writeFileSync(at('authority.json'), JSON.stringify({ code, name: { en: nameEn, zh: name }, entitlements }))
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('vault, against a service', () => {
  let identifier: string

  it('catalogue takes in a type and an authority, and publishes the list', async () => {
    const defined = await json('catalogue', 'define-type', at('type.json'), '--template', at('template.json'))
    expect(defined).toMatchObject({ ref: { code: type.code, version: 1 }, name: { zh: type.name } })
    await json('catalogue', 'add-authority', at('authority.json'))
    expect(await json('catalogue', 'publish', '--next-update', inDays(30))).toMatchObject({ sequence: 1 })
    await json('catalogue', 'list', '--output', at('authorities.p7m'))
    const { out } = await ask('catalogue', 'types')
    expect(out).toContain(type.name)
  })

  it('issue answers the same licence for the same request id, and its file', async () => {
    const words = ['issue', 'new', at('order.json'), '--request-id', 'cli-1', '--output', at('licence.pdf')]
    const licence = await json(...words)
    expect(licence).toMatchObject({ state: 'valid', type: { code: type.code, version: 1 } })
    expect(await json(...words)).toEqual(licence)
    identifier = licence.identifier
    const found = await json('issue', 'find', '--number', licence.number)
    expect(found).toEqual([licence])
    await json('issue', 'preview', at('order.json'), '--output', at('specimen.pdf'))
    expect(readFileSync(at('specimen.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('issue many prints an outcome a line, and ends with 1 if one was refused', async () => {
    const lines = [
      { requestId: 'line-1', order: another },
      { requestId: 'line-2', order: { ...another, fields: {} } },
    ]
    writeFileSync(at('orders.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
    const { code, out } = await ask('issue', 'many', at('orders.jsonl'))
    const outcomes = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(1)
    expect(
      outcomes.map(({ requestId, licence, problem }) => [requestId, licence?.state ?? problem.code]).sort(),
    ).toEqual([
      ['line-1', expect.stringMatching('valid|authority')],
      ['line-2', 'order-does-not-fit'],
    ])
  })

  it('authenticate judges the file offline, and asks by identifier', async () => {
    const offline = await vault('authenticate', at('licence.pdf'), '--trust', at('authorities.p7m'), '--json')
    expect(JSON.parse(offline.out)[0]).toMatchObject({ licence: { identifier }, genuine: expect.any(String) })
    const asked = await ask('authenticate', '--identifier', identifier)
    expect(asked).toMatchObject({ code: 0, talk: '' })
    expect(asked.out).toContain('valid')
  })

  it('status changes it, and tells what was when; authenticate then ends with 3', async () => {
    const decided = ['--decision', '云市监罚〔2026〕1号', '--legal-basis', '行政处罚法 art. 9']
    const until = ['--until', `${Number(today.slice(0, 4)) + 1}-01-01`]
    expect(await json('status', 'change', identifier, 'suspend', ...decided, ...until)).toMatchObject({
      kind: 'suspend',
      state: 'suspended',
    })
    const { out } = await ask('status', 'history', identifier)
    for (const word of ['issued', 'kept', 'suspend', '云市监罚〔2026〕1号']) expect(out).toContain(word)
    expect(await json('status', 'show', identifier)).toMatchObject({ state: 'suspended' })
    expect((await ask('authenticate', '--identifier', identifier)).code).toBe(3)
  })

  it('ledger shows checkpoint and entries', async () => {
    const { note } = await json('ledger', 'checkpoint')
    expect(note).toContain('vault.localhost/ledger')
    const { out } = await ask('ledger', 'entries', '--kind', 'suspend')
    expect(JSON.parse(out)).toMatchObject({ entry: { kind: 'suspend', subject: identifier } })
  })

  it('says on standard error what is wrong and what to do, and nothing on standard output', async () => {
    const unknown = await ask('issue', 'show', 'nothing')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.talk).toMatch(/^vault: .*\(licence-unknown\)\nhint: /)
    writeFileSync(at('wrong.json'), JSON.stringify({ ...order, fields: {} }))
    const wrong = await ask('issue', 'new', at('wrong.json'), '--lang', 'zh')
    expect(wrong.talk).toContain('  order.fields')
    expect(wrong.talk).toContain('申请不符合证照类型')
    const nobody = await vault('ledger', 'checkpoint', '--address', 'localhost:1', '--plain-text')
    expect(nobody).toMatchObject({ code: 5, out: '' })
    expect(nobody.talk).toContain('service-unreachable')
  })
})

describe('vault, without an address', () => {
  it('opens the vault in its own process, and leaves no door behind', async () => {
    const data = at('own')
    const words = ['catalogue', 'define-type', at('type.json'), '--template', at('template.json')]
    const defined = await vault(...words, '--data', data, '--json')
    expect(JSON.parse(defined.out)).toMatchObject({ ref: { code: type.code } })
    const shown = await vault('catalogue', 'types', '--data', data)
    expect(shown).toMatchObject({ code: 0, talk: '' })
    expect(shown.out).toContain(type.name)
    expect(existsSync(join(data, 'vault.db'))).toBe(true)
  })

  it('brings a lost database back, and makes the ledger again to check it', async () => {
    const data = at('own')
    const full = await vault('ledger', 'rebuild', '--data', data)
    expect(full).toMatchObject({ code: 2, out: '' })
    expect(full.talk).toContain('vault-not-empty')
    for (const name of ['vault.db', 'vault.db-wal', 'vault.db-shm']) rmSync(join(data, name), { force: true })
    const rebuilt = await vault('ledger', 'rebuild', '--data', data)
    expect(rebuilt).toMatchObject({ code: 0, talk: '' })
    const archive = { entries: 1, voided: [], damages: { count: 0, first: [] } }
    const nothing = { voided: [], lost: [], finished: [], failed: [] }
    expect(JSON.parse(rebuilt.out)).toEqual({ entries: 1, ...nothing, archive })
    expect((await vault('catalogue', 'types', '--data', data)).out).toContain(type.name)
    const checked = await vault('ledger', 'fsck', '--data', data)
    expect(checked).toMatchObject({ code: 0, talk: '' })
    expect(JSON.parse(checked.out)).toMatchObject({ size: 1, count: 0 })
  })

  it('makes client certificates of the development CA', async () => {
    const made = await vault('certificate', 'counter', '--role', 'enquirer', '--data', at('own'), '--json')
    expect(existsSync(JSON.parse(made.out).cert)).toBe(true)
    const wrong = await vault('certificate', 'counter', '--data', at('own'))
    expect(wrong).toMatchObject({ code: 2, out: '' })
  })
})
