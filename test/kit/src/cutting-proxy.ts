import { createConnection, createServer, type Socket } from 'node:net'

/** A wire that can be cut after the server did its work and before its answer arrived. */
export interface CuttingProxy {
  readonly endpoint: string
  /** The next answers to requests that begin so are lost, with the connection, this many times. */
  loseAnswersTo(beginning: RegExp, times: number): void
  /** How many were lost so far. */
  readonly lost: () => number
  stop(): void
}

export async function cuttingProxy(endpoint: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(endpoint)
  let plan = { beginning: /$^/, times: 0 }
  let lost = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = createConnection({ host: hostname, port: Number(port) })
    let asked = ''
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      // A request line begins a new request on the same connection; all else is its headers and body.
      if (/^[A-Z]+ \S+ HTTP\/1\.1\r\n/.test(text)) asked = text
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      // An answer that asks for the body is not yet the answer.
      if (
        plan.times > 0 &&
        plan.beginning.test(asked) &&
        !chunk.toString('latin1').startsWith('HTTP/1.1 100')
      ) {
        plan.times--
        lost++
        client.destroy()
      } else client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    loseAnswersTo(beginning, times) {
      plan = { beginning, times }
    },
    lost: () => lost,
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
