import { defineItem, fitOf, gapOf, readItemCode, variantOf } from '@licencevault/archive'
import { expect, test } from 'vitest'
import { departments } from '../departments.ts'
import { licenceTypes } from '../licence-types.ts'
import { citySchedule } from './schedule.ts'
import { serviceItems } from './service-items.ts'
import { stock } from './stock.ts'
import { templates } from './templates.ts'

const items = serviceItems().map(({ item }) => item)

test('the city has 1,386 items, each with its own code', () => {
  expect(items).toHaveLength(1386)
  expect(new Set(items.map(({ code }) => code)).size).toBe(1386)
})

test('every item has its own name within its office', () => {
  const names = items.map(({ name, authority }) => `${authority.code} ${name}`)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('all 36 departments have items of their own', () => {
  expect(new Set(items.map(({ authority }) => authority.code))).toEqual(
    new Set(departments.map(({ code }) => code)),
  )
})

test('all 44 templates are among them, by name, materials and retention', () => {
  expect(templates).toHaveLength(44)
  for (const { name, materials, retention } of templates) {
    const found = serviceItems().find(({ item }) => item.name === name)
    const asked = materials.map((key) => stock[key].name)
    expect(found?.item.materials.map((material) => material.name)).toEqual(expect.arrayContaining(asked))
    expect(found?.line.retention).toBe(retention)
  }
})

test('variants are listed as variants of an item that is listed', () => {
  const codes = new Set(items.map(({ code }) => code))
  const variants = items.filter(({ code }) => variantOf(code) !== undefined)
  expect(variants.length).toBeGreaterThan(300)
  for (const { code } of variants) expect(codes.has(variantOf(code) ?? '')).toBe(true)
})

test('every item is one the library accepts, its code made of its office and level', () => {
  for (const item of items) {
    expect(defineItem(JSON.parse(JSON.stringify(item)))).toEqual(item)
    expect(readItemCode(item.code).authority).toBe(item.authority.code)
  }
})

test('what an authority formed is fetched, or a gap with a name', () => {
  const types = new Set(licenceTypes.map(({ code }) => code))
  for (const { materials } of items) {
    for (const { origin, category, licenceTypes: carriers, source, gap } of materials) {
      for (const code of carriers ?? []) expect(types.has(code)).toBe(true)
      if (origin === 'government' && category === 'application')
        expect(carriers ?? source ?? gap).toBeDefined()
    }
  }
})

test('123 items need nothing but an identity card', () => {
  const cards = items.filter(({ attributes }) => attributes.oneCard)
  expect(cards).toHaveLength(123)
  for (const { materials } of cards) {
    const uploads = materials.filter(
      (m) => m.category === 'application' && m.origin !== 'government' && !m.situations,
    )
    expect(uploads).toEqual([])
  }
})

test('counts of channels are the city’s', () => {
  const depth = (of: string) => items.filter(({ attributes }) => attributes.onlineDepth === of).length
  expect([depth('whole'), depth('application')]).toEqual([357, 577])
  expect(items.filter(({ attributes }) => !attributes.oneVisit)).toHaveLength(5)
})

test('no item lacks a complete table, and every table fits its item', () => {
  const tables = new Map(citySchedule().items.map((schedule) => [schedule.item, schedule]))
  expect(items.flatMap((item) => gapOf(item, tables.get(item.code)) ?? [])).toEqual([])
  const known = new Map(items.map((item) => [item.code, item]))
  expect(citySchedule().items.flatMap((schedule) => fitOf(schedule, known.get(schedule.item)))).toEqual([])
})
