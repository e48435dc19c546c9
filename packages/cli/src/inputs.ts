import { createReadStream } from 'node:fs'
import { stdin } from 'node:process'
import { createInterface } from 'node:readline'
import { type OrderInput, orderOf, type PlainOrder } from '@licencevault/api'
import { error } from './codes.ts'
import { notReadable, readWhole } from './files.ts'

/** Reads a JSON file. Throws VaultError `file-not-json`, and those of {@link readWhole}. */
export async function readJson(file: string): Promise<unknown> {
  const text = Buffer.from(await readWhole(file)).toString('utf8')
  return jsonOf(text, file)
}

/** Reads a file that holds an order. */
export async function readOrder(file: string): Promise<OrderInput> {
  return orderIn(await readJson(file), file)
}

interface Asked {
  readonly requestId: string
  readonly order: OrderInput
}

/**
 * Reads orders, a JSON object `{ requestId, order }` a line, from a file or standard input (`-`). Who leaves early
 * closes it, though it may be waiting for the next line: an open standard input would keep the process alive.
 * Throws VaultError `file-not-readable`, `file-not-json`, `file-not-an-order`.
 */
export function readOrders(file: string): AsyncIterable<Asked> {
  return {
    [Symbol.asyncIterator]: () => {
      const input = file === '-' ? stdin : createReadStream(file)
      const lines = createInterface({ input })
      const orders = ordersIn(lines, file)
      return {
        next: () => orders.next(),
        return: () => {
          lines.close()
          input.destroy()
          return orders.return()
        },
      }
    },
  }
}

async function* ordersIn(lines: AsyncIterable<string>, file: string): AsyncGenerator<Asked, void> {
  let number = 0
  for await (const line of readable(lines, file)) {
    number += 1
    if (line.trim() === '') continue
    const place = `${file}:${number}`
    const item = jsonOf(line, place)
    const requestId = member(item, 'requestId')
    if (typeof requestId !== 'string') throw error('file-not-an-order', { file: place, what: 'requestId' })
    yield { requestId, order: orderIn(member(item, 'order'), place) }
  }
}

async function* readable(lines: AsyncIterable<string>, file: string): AsyncGenerator<string, void> {
  try {
    yield* lines
  } catch (cause) {
    throw notReadable(file, cause)
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
