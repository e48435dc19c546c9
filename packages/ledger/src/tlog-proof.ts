import { base64, fromBase64, fromUtf8, utf8 } from './bytes.ts'
import { HASH } from './merkle.ts'
import { error } from './proof-codes.ts'

/** The parts of a C2SP tlog-proof, none of them verified. */
export interface TlogProof {
  /** What the log's application adds; nothing in the format vouches for it. */
  readonly extra?: Uint8Array
  readonly index: number
  /** Nearest to the leaf first. */
  readonly hashes: readonly Uint8Array[]
  /** A signed note, as it was published. */
  readonly checkpoint: Uint8Array
}

const HEADER = 'c2sp.org/tlog-proof@v1'
/** Bytes of a proof that is read: an entry of the greatest size in base64, and a note of the greatest size. */
export const MAX_PROOF_BYTES = 262_144
const MAX_HASHES = 64

export function writeTlogProof({ extra, index, hashes, checkpoint }: TlogProof): Uint8Array<ArrayBuffer> {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${base64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(base64),
    '',
    '',
  ]
  const head = utf8(lines.join('\n'))
  const whole = new Uint8Array(head.length + checkpoint.length)
  whole.set(head)
  whole.set(checkpoint, head.length)
  return whole
}

/** @throws VaultError `proof-too-large`, `proof-malformed` */
export function readTlogProof(bytes: Uint8Array): TlogProof {
  if (bytes.length > MAX_PROOF_BYTES) {
    throw error('proof-too-large', { size: bytes.length, limit: MAX_PROOF_BYTES })
  }
  const text = fromUtf8(bytes) ?? ''
  const blank = text.indexOf('\n\n')
  if (blank < 0) throw malformed('it has no checkpoint', '缺少检查点')
  const [header, ...lines] = text.slice(0, blank).split('\n')
  if (header !== HEADER) throw malformed('its first line is another', '首行不符')
  const extra = lines[0]?.startsWith('extra ') ? decode(lines.shift()?.slice('extra '.length)) : undefined
  const index = readIndex(lines.shift())
  if (lines.length > MAX_HASHES) throw malformed('it has too many hashes', '散列过多')
  const hashes = lines.map(decode)
  if (hashes.some(({ length }) => length !== HASH))
    throw malformed('a hash has not 32 bytes', '散列不足 32 字节')
  return { ...(extra && { extra }), index, hashes, checkpoint: utf8(text.slice(blank + 2)) }
}

function readIndex(line = ''): number {
  const [, decimal] = /^index (0|[1-9][0-9]{0,15})$/.exec(line) ?? []
  const index = decimal === undefined ? Number.NaN : Number(decimal)
  if (!Number.isSafeInteger(index)) throw malformed('its index cannot be read', '序号无法读取')
  return index
}

function decode(line = ''): Uint8Array {
  const bytes = fromBase64(line)
  if (!bytes) throw malformed('a line is not base64', '某行不是 base64')
  return bytes
}

function malformed(found: string, foundZh: string) {
  return error('proof-malformed', { found, foundZh })
}
