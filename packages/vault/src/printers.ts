import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { openPress, type Press, type Template } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { type CodeRow, type Details, VaultError } from '@licencevault/errors'
import type { Statement } from '@licencevault/licence'
import type { PrintExtras, Printer } from './issue/printer.ts'

export type { PrintExtras, Printer } from './issue/printer.ts'

export interface PrintersOptions {
  /** Threads that draw, each with fonts of its own, about 60 MB; 1 unless told. */
  readonly workers?: number
  /** As those of `notoFonts`: they must be the fonts that the vault itself was opened with. */
  readonly fallbacks?: readonly Uint8Array[]
}

export interface Printers extends Printer {
  /** Ends the threads; what is being drawn fails. */
  close(): Promise<void>
}

/** What a thread is asked to draw: a template is sent along when it is first used there. */
interface Job extends PrintExtras {
  readonly id: number
  readonly digest: string
  readonly template?: Template
  readonly statement: Statement
}

type Answer =
  | { readonly id: number; readonly file: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly trouble: Trouble }

interface Trouble {
  readonly code: string
  readonly row: CodeRow
  readonly details: Details
}

/**
 * Draws pages in threads of their own with the Noto fonts, so that a machine with several cores issues
 * more. A thread that ends fails what it was drawing, and another one takes its place.
 */
export function openPrinters({ workers = 1, fallbacks = [] }: PrintersOptions = {}): Printers {
  const threads = Array.from({ length: workers }, () => thread(fallbacks))
  return {
    print: (press, statement, extras) =>
      threads
        .reduce((least, next) => (next.waiting() < least.waiting() ? next : least))
        .print(press, statement, extras),
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()))
    },
  }
}

interface Waiting {
  readonly resolve: (file: Uint8Array) => void
  readonly reject: (cause: unknown) => void
}

function thread(fallbacks: readonly Uint8Array[]) {
  const waiting = new Map<number, Waiting>()
  const known = new Set<string>()
  let count = 0
  let worker: Worker | undefined

  const failAll = (cause: unknown) => {
    worker = undefined
    known.clear()
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  const start = () => {
    const started = new Worker(new URL(import.meta.url), { workerData: { fallbacks } })
    started.unref()
    started.on('message', (answer: Answer) => {
      const job = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      if ('file' in answer) job?.resolve(answer.file)
      else job?.reject(new VaultError(answer.trouble.code, answer.trouble.row, answer.trouble.details))
    })
    started.on('error', failAll)
    started.on('exit', () => failAll(new Error('a thread that draws pages has ended')))
    return started
  }

  return {
    waiting: () => waiting.size,
    print(press: Press, statement: Statement, extras: PrintExtras): Promise<Uint8Array> {
      worker ??= start()
      const running = worker
      const { digest } = press
      const id = ++count
      const job: Job = {
        id,
        digest,
        statement,
        ...extras,
        ...(!known.has(digest) && { template: press.template }),
      }
      known.add(digest)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        // A process must not end while it waits for a page.
        running.ref()
        running.postMessage(job)
      })
    },
    async close() {
      await worker?.terminate()
    },
  }
}

/** The other side: presses are kept, as they are in the vault. */
function draw(): void {
  const { fallbacks } = workerData as { readonly fallbacks: readonly Uint8Array[] }
  const fonts = notoFonts(fallbacks)
  const presses = new Map<string, Press>()
  const pressOf = ({ digest, template }: Job): Press => {
    const press = presses.get(digest) ?? openPress(template ?? lost(), fonts)
    presses.set(digest, press)
    return press
  }
  parentPort?.on('message', (job: Job) => {
    const { id, statement, qrText, receipt } = job
    try {
      const file = new Uint8Array(pressOf(job).render(statement, { qrText, receipt }))
      parentPort?.postMessage({ id, file } satisfies Answer, [file.buffer])
    } catch (cause) {
      if (!(cause instanceof VaultError)) throw cause
      const { code, kind, sentence, remedy, details } = cause
      parentPort?.postMessage({
        id,
        trouble: { code, row: { kind, sentence, remedy }, details },
      } satisfies Answer)
    }
  })
}

function lost(): never {
  throw new RangeError('a template was not sent along')
}

if (!isMainThread && parentPort && (workerData as { fallbacks?: unknown } | undefined)?.fallbacks) draw()
