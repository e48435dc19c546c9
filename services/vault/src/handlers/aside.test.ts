import { describe, expect, it } from 'vitest'
import { merged, openAside } from './aside.ts'

async function* numbers(count: number) {
  for (let n = 0; n < count; n++) yield n
}

describe('two streams in one', () => {
  it('go out whole', async () => {
    const aside = openAside<string>()
    async function* main() {
      for await (const n of numbers(3)) {
        await aside.put(`aside ${n}`)
        yield n
      }
    }
    const all: string[] = []
    for await (const item of merged(main(), String, aside)) all.push(item)
    expect(all.sort()).toEqual(['0', '1', '2', 'aside 0', 'aside 1', 'aside 2'])
  })

  it('what lies aside does not wait for the main stream', async () => {
    const aside = openAside<string>()
    const silent: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
    }
    const out = merged(silent, String, aside)
    const first = out.next()
    await aside.put('now')
    expect((await first).value).toBe('now')
  })

  it('who puts aside without end is held up until somebody takes', async () => {
    const aside = openAside<number>()
    let put = 0
    const putting = (async () => {
      for (; put < 200; put++) await aside.put(put)
    })()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(put).toBeLessThan(100)
    while (put < 200) {
      aside.take()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await putting
  })
})
