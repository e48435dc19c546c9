import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'

/** Checks one value and says where it stands. @throws template-invalid */
export type Shape = (value: unknown, at: string) => void

/** @throws template-invalid */
export function refuse(at: string, en: string, zh: string): never {
  throw error('template-invalid', { at, what: en, whatZh: zh })
}

/** An object with exactly these members; a name that ends in `?` may be left out. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  const known = new Map(
    Object.entries(members).map(([name, shape]) => [
      name.replace('?', ''),
      { shape, needed: !name.endsWith('?') },
    ]),
  )
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      refuse(at, 'it is not an object', '应为对象')
    const given = value as Readonly<Record<string, unknown>>
    for (const name of Object.keys(given))
      if (!known.has(name)) refuse(`${at}.${name}`, 'no such member', '没有这一成员')
    for (const [name, { shape, needed }] of known) {
      if (given[name] !== undefined) shape(given[name], `${at}.${name}`)
      else if (needed) refuse(`${at}.${name}`, 'it is missing', '此成员缺失')
    }
  }
}

/** One of several objects, told apart by `kind`. */
export function kinds(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    const kind = (value as { readonly kind?: unknown } | null)?.kind
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
    if (!shape) {
      const found = JSON.stringify(kind)
      const known = Object.keys(shapes)
      refuse(
        `${at}.kind`,
        `${found} is none of ${known.join(', ')}`,
        `${found} 不是 ${known.join('、')} 之一`,
      )
    }
    shape(value, at)
  }
}

export function list(shape: Shape, most: number, least = 0): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) refuse(at, 'it is not an array', '应为数组')
    if (value.length > most || value.length < least)
      refuse(
        at,
        `it has ${value.length} entries, not ${least} to ${most}`,
        `有 ${value.length} 项，应为 ${least} 至 ${most} 项`,
      )
    value.forEach((entry, index) => {
      shape(entry, `${at}[${index}]`)
    })
  }
}

export function oneOf(...words: readonly string[]): Shape {
  return (value, at) => {
    if (typeof value !== 'string' || !words.includes(value))
      refuse(at, `it is none of ${words.join(', ')}`, `应为 ${words.join('、')} 之一`)
  }
}

export function number(least: number, most: number): Shape {
  return (value, at) => {
    if (typeof value !== 'number' || !(value >= least && value <= most))
      refuse(at, `it is not a number from ${least} to ${most}`, `应为 ${least} 至 ${most} 之间的数`)
  }
}

export function whole(least: number, most: number): Shape {
  return (value, at) => {
    number(least, most)(value, at)
    if (!Number.isInteger(value)) refuse(at, 'it is not a whole number', '应为整数')
  }
}

/** A text for which `fault` finds nothing wrong. */
export function text(most: number, fault: (value: string) => Words | undefined = () => undefined): Shape {
  return (value, at) => {
    if (typeof value !== 'string') refuse(at, 'it is not a text', '应为文本')
    if (value.length > most) refuse(at, `it is longer than ${most} characters`, `超过 ${most} 个字符`)
    const found = fault(value)
    if (found) refuse(at, found.en, found.zh)
  }
}
