import { makeStatements, templateOf } from '@licencevault/city'
import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { afterAll, expect, it } from 'vitest'
import { codeOf } from '../testing/bed.ts'
import { openPrinters } from './printers.ts'

const fonts = notoFonts()
const statements = [...makeStatements({ seed: 'printers', count: 8 })]
const printers = openPrinters({ workers: 2 })
afterAll(() => printers.close())
const extras = { qrText: 'https://licence.yunting.example/v#abc', receipt: Uint8Array.of(1, 2, 3) }

it('draws the bytes that are drawn here', async () => {
  const drawn = await Promise.all(
    statements.map((statement) =>
      printers.print(openPress(templateOf(statement.type), fonts), statement, extras),
    ),
  )
  for (const [index, statement] of statements.entries()) {
    const here = openPress(templateOf(statement.type), fonts).render(statement, extras)
    expect(Buffer.compare(drawn[index] ?? new Uint8Array(), here)).toBe(0)
  }
})

it('fails with the words of whoever drew', async () => {
  const [statement = expect.fail('no statement')] = statements
  const press = openPress(templateOf(statement.type), fonts)
  const other = { ...statement, renderer: 'licencevault.renderer/0' }
  expect(await codeOf(printers.print(press, other, extras))).toBe('renderer-unknown')
  expect((await printers.print(press, statement, extras)).length).toBeGreaterThan(10_000)
})

it('goes on with a new thread where one ended', async () => {
  const [statement = expect.fail('no statement')] = statements
  const press = openPress(templateOf(statement.type), fonts)
  const own = openPrinters()
  const drawing = own.print(press, statement, extras)
  await own.close()
  await expect(drawing).rejects.toThrow('has ended')
  expect((await own.print(press, statement, extras)).length).toBeGreaterThan(10_000)
  await own.close()
})
