import { createReadStream } from 'node:fs'
import { stdin } from 'node:process'
import { createInterface } from 'node:readline'
import { type OrderInput, orderOf, type PlainOrder } from '@licencevault/api'
import { error } from './codes.ts'
import { readWhole } from './files.ts'

/** Reads a JSON file. Throws VaultError `file-not-json`, and those of {@link readWhole}. */
export async function readJson(file: string): Promise<unknown> {
  const text = Buffer.from(await readWhole(file)).toString('utf8')
  return jsonOf(text, file)
}

/** Reads a file that holds an order. */
export async function readOrder(file: string): Promise<OrderInput> {
  return orderIn(await readJson(file), file)
}

/** Reads orders, a JSON object `{ requestId, order }` a line, from a file or standard input (`-`). */
export async function* readOrders(file: string): AsyncGenerator<{ requestId: string; order: OrderInput }> {
  const lines = createInterface({ input: file === '-' ? stdin : createReadStream(file) })
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const place = `${file}:${number}`
    const item = jsonOf(line, place)
    const requestId = member(item, 'requestId')
    if (typeof requestId !== 'string') throw error('file-not-an-order', { file: place, what: 'requestId' })
    yield { requestId, order: orderIn(member(item, 'order'), place) }
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw error('file-not-json', { file }, { cause })
  }
}

/** Only as much of its shape as the message needs; the vault checks the rest and names what is wrong. */
function orderIn(value: unknown, file: string): OrderInput {
  for (const name of ['type', 'authority', 'fields', 'validity']) {
    const found = member(value, name)
    if (typeof found !== 'object' || found === null) throw error('file-not-an-order', { file, what: name })
  }
  if (!Array.isArray(member(value, 'holders'))) throw error('file-not-an-order', { file, what: 'holders' })
  return orderOf(value as PlainOrder)
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
