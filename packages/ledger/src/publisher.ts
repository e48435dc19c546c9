import type { BlobKeys } from '@licencevault/stores'
import { fromHex, utf8 } from './bytes.ts'
import { checkpointText } from './checkpoint.ts'
import { error } from './codes.ts'
import type { LedgerOptions } from './ledger.ts'
import { type NoteKey, writeNote } from './note.ts'
import { publishedHead, type Signed } from './standing.ts'
import { ledgerOf } from './tables.ts'
import type { Head } from './tiles.ts'

/** Signs the heads that the database committed, and no others. */
export class Publisher {
  readonly #options: LedgerOptions
  readonly #keys: BlobKeys
  readonly #trusted: readonly NoteKey[]
  readonly #key: NoteKey
  /** The latest head that this process knows to be signed and published. */
  signed: Signed
  #turn: Promise<void> = Promise.resolve()

  /** @param trusted keys whose checkpoints may stand published; `key` is the one that signs */
  constructor(
    options: LedgerOptions,
    keys: BlobKeys,
    { key, trusted }: { key: NoteKey; trusted: readonly NoteKey[] },
    signed: Signed,
  ) {
    this.#options = options
    this.#keys = keys
    this.#key = key
    this.#trusted = trusted
    this.signed = signed
  }

  /** The committed head, as the database has it. */
  async head(): Promise<Head> {
    const { query } = this.#options.db
    return ledgerOf(query).selectFrom('ledger_log').select(['size', 'root']).executeTakeFirstOrThrow()
  }

  /**
   * What is published, as the store has it now: a database that was set back while this process ran must
   * not be appended to, even if another process signed what is lost.
   *
   * @throws VaultError `database-older`, `ledger-split`
   */
  async requireCurrent(): Promise<void> {
    const published = await publishedHead(this.#options.blobs, this.#keys, this.#trusted)
    // Read in this order: what is published was committed before.
    const { size, root } = await this.head()
    const latest = published.size > this.signed.size ? published : this.signed
    if (size < latest.size) throw error('database-older', { size, published: latest.size })
    if (size === latest.size && root !== latest.root) throw error('ledger-split', { size })
  }

  /**
   * Signs exactly the committed head and publishes it. Signing is deterministic, so that whoever signs it
   * again after a crash signs the same. Of two processes that publish at once the slower could put the older
   * one last: both look again.
   */
  publish(head: Head): Promise<void> {
    const turn = this.#turn.then(() => this.#publish(head))
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #publish(head: Head): Promise<void> {
    let next = head.size < this.signed.size ? await this.head() : head
    while (next.size !== this.signed.size) {
      if (next.size < this.signed.size) {
        throw error('database-older', { size: next.size, published: this.signed.size })
      }
      const note = await this.#sign(next)
      await this.#options.blobs.put(this.#keys.checkpoint, utf8(note))
      this.signed = { ...next, note }
      next = await this.head()
    }
  }

  /**
   * A signed head that covers so many entries, asking the database where another process went on. Nobody is
   * given a head that is not published: were the database lost, another could be signed in its place.
   *
   * @throws VaultError `index-out-of-range` where there are not so many
   */
  async covering(size: number): Promise<Signed> {
    if (this.signed.size < size) {
      const head = await this.head()
      if (head.size < size) throw error('index-out-of-range', { index: size - 1, size: head.size })
      await this.publish(head)
    }
    // Of an empty log nothing is published, and there is nothing in it to tell apart.
    if (this.signed.note === '') return { ...this.signed, note: await this.#sign(this.signed) }
    return this.signed
  }

  async #sign({ size, root }: Head): Promise<string> {
    const text = checkpointText({ origin: this.#options.name, size, root: fromHex(root) })
    return writeNote(text, this.#key, await this.#options.signer.sign(utf8(text)))
  }
}
