import { connect, type Socket } from 'node:net'
import { error } from './codes.ts'

/** Where a `clamd` listens. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** What the scanner found: nothing, or the name of what it found. */
export type ScanAnswer = { readonly clean: true } | { readonly clean: false; readonly virus: string }

/** A virus scanner. */
export interface Scanner {
  /** Name and version of the program and its signatures, as it tells them. */
  version(signal?: AbortSignal): Promise<string>
  /** @throws VaultError `scanner-unavailable`, `scanner-refused` */
  scan(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<ScanAnswer>
}

/** How long the scanner may say nothing, in milliseconds. */
const patience = 60_000
/** The most bytes of an answer. */
const mostAnswer = 4_096

/** Scans through ClamAV's daemon by its INSTREAM command, so that it needs no access to our files. */
export function clamd(address: ClamdAddress): Scanner {
  return {
    async version(signal) {
      return ask(address, async (socket) => void socket.write('zVERSION\0'), signal)
    },
    async scan(content, signal) {
      const answer = await ask(address, (socket) => sendStream(socket, content), signal)
      if (answer === 'stream: OK') return { clean: true }
      const [, virus] = /^stream: (.+) FOUND$/.exec(answer) ?? []
      if (virus === undefined) throw error('scanner-refused', { answer: answer.slice(0, 200) })
      return { clean: false, virus }
    },
  }
}

async function sendStream(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const part of content) {
    // Past its size limit the scanner answers and hears no more.
    if (part.length === 0) continue
    if (socket.destroyed || !socket.writable) return
    await write(socket, lengthOf(part.length))
    await write(socket, part)
  }
  await write(socket, lengthOf(0))
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (problem) => (problem ? reject(problem) : resolve()))
  })
}

async function ask(
  address: ClamdAddress,
  send: (socket: Socket) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<string> {
  signal?.throwIfAborted()
  const socket = connect(address)
  const stop = () => socket.destroy(new Error('stopped'))
  signal?.addEventListener('abort', stop, { once: true })
  socket.setTimeout(patience, () => socket.destroy(new Error(`no answer for ${patience} ms`)))
  try {
    const answer = answerOf(socket)
    // A refused stream ends in a broken pipe; the answer says why.
    const sent = send(socket).catch(() => undefined)
    const [text] = await Promise.all([answer, sent])
    return text
  } catch (cause) {
    signal?.throwIfAborted()
    throw error('scanner-unavailable', {}, { cause })
  } finally {
    signal?.removeEventListener('abort', stop)
    socket.destroy()
  }
}

/** One answer, ended by NUL. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > mostAnswer) reject(new Error('the answer does not end'))
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed without an answer')))
  })
}
