import { createHash } from 'node:crypto'
import { error } from './codes.ts'

/**
 * Where every blob lies, on one page. Layout `v1`:
 *
 * - `v1/<ledger>/checkpoint`, `v1/<ledger>/tile/…`: the log, as C2SP tlog-tiles lays it out
 * - `v1/<ledger>/licence/<2 hex>/<identifier>.pdf`: sealed licences
 * - `v1/<ledger>/case/<2 hex>/<case>.zip`: case packages
 * - `v1/cas/sha256/<2 hex>/<digest>`: larger things that a ledger entry names by their digest
 *
 * `<ledger>` is the ledger's name with `_` for each `/`. `<2 hex>` begins the SHA-256 of the name that follows,
 * or the digest itself, so that no folder grows without bound. A licence number is personal and never
 * part of a key.
 *
 * @param ledger the log's origin, such as `licence.yunting.example/ledger`
 */
export function blobKeys(ledger: string): BlobKeys {
  if (!/^[a-z0-9]+([.\-/][a-z0-9]+)*$/.test(ledger) || ledger.length > 100 || ledger === 'cas') {
    throw error('ledger-name-invalid', { ledger })
  }
  const home = `v1/${ledger.replaceAll('/', '_')}`
  return {
    home: `${home}/`,
    checkpoint: `${home}/checkpoint`,
    tile: (level, index, width = 256) => `${home}/tile/${level}/${tilePath(index, width)}`,
    entries: (index, width = 256) => `${home}/tile/entries/${tilePath(index, width)}`,
    licence: (identifier) => `${home}/licence/${shardOf(identifier)}/${identifier}.pdf`,
    licences: `${home}/licence/`,
    case: (id) => `${home}/case/${shardOf(id)}/${id}.zip`,
    cases: `${home}/case/`,
    byDigest: (sha256) => `v1/cas/sha256/${sha256.slice(0, 2)}/${sha256}`,
  }
}

export interface BlobKeys {
  /** What every key of this ledger begins with, `byDigest` apart. */
  readonly home: string
  readonly checkpoint: string
  /** The hash tile of C2SP tlog-tiles; a width under 256 names the partial tile of so many hashes. */
  tile(level: number, index: number, width?: number): string
  /** The entry bundle that lies under the level-0 tile of the same index. */
  entries(index: number, width?: number): string
  licence(identifier: string): string
  /** What the keys of all licences begin with. */
  readonly licences: string
  case(id: string): string
  readonly cases: string
  /** Of a blob named by the SHA-256 of its bytes, in lower-case hex. The same for every ledger. */
  byDigest(sha256: string): string
}

function shardOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 2)
}

/** Three digits a group, all but the last marked by `x`: 1234067 is `x001/x234/067`. */
function tilePath(index: number, width: number): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  }
  return groups.join('/') + (width === 256 ? '' : `.p/${width}`)
}
