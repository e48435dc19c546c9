import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { error } from './codes.ts'
import type { FileCaseRequestInput } from './gen/messages.ts'

/** A case as `licencevault.case/1` has it, as far as sending it asks. */
export interface PlainCase {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
}

/** One file of a case: its bytes, or where they come from. */
export type CaseContent = Uint8Array | AsyncIterable<Uint8Array>

export interface CaseToFile {
  readonly requestId: string
  /** Who files, as your application names its people. */
  readonly user?: string
  readonly case: PlainCase
  /** Why a case that is filed already is filed with other content. */
  readonly correction?: string
  /** Opens a file by the path that the case announces; asked for one after the other. */
  open(path: string): CaseContent
}

/** A chunk fits the smallest message that a service may be told to take. */
const chunkBytes = 60 * 1024

/**
 * The messages by which `archive.fileCase` takes a case: the head, then file by file. No more is read than the
 * service takes in, so that memory stays flat whatever the size.
 */
export async function* caseParts(filed: CaseToFile): AsyncGenerator<FileCaseRequestInput, void, undefined> {
  const { requestId, user = '', case: order, correction = '' } = filed
  yield { head: { requestId, user, caseJson: JSON.stringify(order), correction } }
  for (const { path } of order.files) {
    yield { path }
    const content = filed.open(path)
    if (content instanceof Uint8Array) yield* chunksOf(content)
    else for await (const bytes of content) yield* chunksOf(bytes)
  }
}

function* chunksOf(bytes: Uint8Array): Generator<FileCaseRequestInput, void, undefined> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield { chunk: Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(chunkBytes, bytes.length - at)) }
  }
}

/**
 * A case that lies in a folder: `case.json`, which is `licencevault.case/1`, and its files by their paths. Where
 * the JSON leaves out size or digest of a file they are taken from the file itself.
 *
 * @throws VaultError `case-folder-wrong`
 */
export async function readCaseFolder(folder: string): Promise<Pick<CaseToFile, 'case' | 'open'>> {
  const order = await readCase(folder)
  const files: PlainCase['files'][number][] = []
  for (const file of order.files) {
    if (typeof file.path !== 'string' || !isInside(file.path)) throw wrong(folder, `files: ${file.path}`)
    const whole = file.size !== undefined && file.sha256 !== undefined
    files.push(whole ? file : { ...(await measured(folder, file.path)), ...file })
  }
  return { case: { ...order, files }, open: (path) => createReadStream(join(folder, path)) }
}

async function readCase(folder: string): Promise<PlainCase> {
  let found: unknown
  try {
    found = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8'))
  } catch (cause) {
    throw wrong(folder, 'case.json', cause)
  }
  const files = typeof found === 'object' && found !== null ? Reflect.get(found, 'files') : undefined
  if (!Array.isArray(files)) throw wrong(folder, 'case.json: files')
  return found as PlainCase
}

/** What a case names is looked for below its folder and nowhere else. */
const isInside = (path: string) => !path.startsWith('/') && !path.split(/[/\\]/).includes('..')

async function measured(folder: string, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const bytes of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
      size += bytes.length
      hash.update(bytes)
    }
  } catch (cause) {
    throw wrong(folder, path, cause)
  }
  return { size, sha256: hash.digest('hex') }
}

const wrong = (folder: string, what: string, cause?: unknown) =>
  error('case-folder-wrong', { folder, what: what.slice(0, 200) }, { cause })
