import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSettings } from './read-settings.ts'
import { rows, variableOf } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'licencevault-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(yaml: string): string {
  const file = join(folder, `${Math.random()}.yaml`)
  writeFileSync(file, yaml)
  return file
}

describe('the settings', () => {
  it('are the embedded default under ./data unless told', async () => {
    expect(await readSettings()).toMatchObject({
      documents: { store: 'folder', folder: './data/documents' },
      database: { engine: 'sqlite', file: './data/vault.db' },
      grpc: { address: '127.0.0.1:7443', plainText: false, socket: '' },
    })
  })

  it('come from the call, then the environment, then the file', async () => {
    const file = fileOf('data: /f\nlimits:\n  callsAtOnce: 1\n  stallSeconds: 2\n  callSeconds: 3\n')
    const settings = await readSettings({
      file,
      environment: { VAULT_LIMITS_STALL_SECONDS: '20', VAULT_LIMITS_CALL_SECONDS: '30' },
      given: { 'limits.callSeconds': 300 },
    })
    expect(settings.limits).toMatchObject({ callsAtOnce: 1, stallSeconds: 20, callSeconds: 300 })
    expect(settings.database.file).toBe('/f/vault.db')
  })

  it('grant an application its types', async () => {
    const file = fileOf('applications:\n  hospital:\n    types: [11339900MB9X00023D004]\n')
    expect((await readSettings({ file })).applications).toEqual({
      hospital: { types: ['11339900MB9X00023D004'] },
    })
    const environment = { VAULT_APPLICATIONS: '{"a":{"types":["b"]}}' }
    expect((await readSettings({ environment })).applications).toEqual({ a: { types: ['b'] } })
  })

  it.each([
    ['grpc:\n  adress: x', 'setting-unknown', { name: 'grpc.adress' }],
    ['limits:\n  callsAtOnce: 0', 'setting-wrong', { name: 'limits.callsAtOnce' }],
    ['documents:\n  store: tape', 'setting-wrong', { name: 'documents.store' }],
    ['development: yes please', 'setting-wrong', { name: 'development' }],
    ['applications:\n  a: [b]', 'setting-wrong', { name: 'applications' }],
    ['grpc:\n  plainText: true\n  address: 0.0.0.0:7443', 'plain-text-not-here', { address: '0.0.0.0:7443' }],
    ['documents:\n  store: s3', 'setting-needed', { name: 'documents.endpoint' }],
    ['database:\n  engine: postgres', 'setting-needed', { name: 'database.url' }],
    ['- a\n- b', 'settings-unreadable', {}],
    ['a: [', 'settings-unreadable', {}],
  ])('refuse %j as %s', async (yaml, code, details) => {
    await expect(readSettings({ file: fileOf(yaml) })).rejects.toMatchObject({ code, details })
  })

  it('refuse a misspelt variable of ours', async () => {
    const environment = { VAULT_GRPC_ADRESS: 'x' }
    await expect(readSettings({ environment })).rejects.toMatchObject({ code: 'setting-unknown' })
  })

  it('refuse a file that is not there', async () => {
    await expect(readSettings({ file: join(folder, 'none') })).rejects.toMatchObject({
      code: 'settings-unreadable',
    })
  })

  it('stand in OPERATING.md, each with its variable and what it is unless told', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../OPERATING.md'), 'utf8')
    for (const { name, usual } of rows) {
      const line = page.split('\n').find((text) => text.startsWith(`| \`${name}\``)) ?? ''
      expect(line, name).toContain(variableOf(name))
      const said = Array.isArray(usual) ? usual.join(',') : typeof usual === 'object' ? '' : String(usual)
      expect(line, name).toContain(said)
    }
  })
})
