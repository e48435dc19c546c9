import type { FileCaseHead, FileCaseRequest } from '@licencevault/api'
import type { SentFile } from '@licencevault/archive'
import { parseIJson } from '@licencevault/licence'
import { error } from '../codes.ts'

/** A case as it comes in: its head is here, its files are on their way. */
export interface ReceivedCase {
  readonly head: FileCaseHead
  /** Its shape is checked by the archive. */
  readonly order: unknown
  /** Each is read to its end, or left, before the next comes. */
  readonly files: AsyncIterable<SentFile>
}

/**
 * Reads the head of a case, and its files as they are asked for: what is not asked for stays with the sender.
 *
 * @throws VaultError `message-member-wrong` where messages come in another order, and what reading JSON throws
 */
export async function receiveCase(requests: AsyncIterable<FileCaseRequest>): Promise<ReceivedCase> {
  const messages = requests[Symbol.asyncIterator]()
  const first = await messages.next()
  const head = first.done ? null : first.value.head
  if (!head) throw outOfOrder('head', 'the first message must be the head', '第一条消息须为 head')
  const order = parseIJson(Buffer.from(head.caseJson, 'utf8'))
  return { head, order, files: filesIn(messages) }
}

async function* filesIn(messages: AsyncIterator<FileCaseRequest>): AsyncGenerator<SentFile> {
  let next = await messages.next()
  async function* content() {
    for (next = await messages.next(); !next.done; next = await messages.next()) {
      const { part, chunk } = next.value
      if (part !== 'chunk' || !chunk) return
      yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)
    }
  }
  try {
    while (!next.done) {
      const { part, path } = next.value
      if (part !== 'path' || path === undefined)
        throw outOfOrder('path', 'a file must begin with its path', '每个文件须以 path 开始')
      yield { path, content: content() }
    }
  } finally {
    await messages.return?.()
  }
}

function outOfOrder(path: string, problem: string, problemZh: string) {
  return error('message-member-wrong', { path, problem, problemZh })
}
