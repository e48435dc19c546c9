import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { error } from './codes.ts'

/**
 * What keeps people out of the rows: whoever reads the database, a backup or a query log sees no name, no
 * code and no number. Equal texts have equal indices, so that a holder can be found; the rest is closed.
 * The documents themselves stay readable without any key.
 */
export interface Personal {
  /** The same for the same content and purpose under the same key: 16 bytes, lower-case hex. */
  index(purpose: string, content: string | Uint8Array): string
  /** AES-256-GCM; `place` is bound in, so that a row's content cannot be moved to another row. */
  close(bytes: Uint8Array, place: string): Uint8Array
  /** Throws whatever the cipher throws when key, place or bytes are not those of {@link close}. */
  open(closed: Uint8Array, place: string): Uint8Array
}

const LEAST = 32
const NONCE = 12
const TAG = 16

/** Derives an indexing and a closing key from the secret. Throws VaultError `personal-key-short`. */
export function personalOf(secret: Uint8Array): Personal {
  if (secret.length < LEAST) throw error('personal-key-short', { length: secret.length, least: LEAST })
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), `licencevault/${purpose}`, 32))
  const [indexing, closing] = [keyFor('index'), keyFor('rows')]
  return Object.freeze<Personal>({
    index: (purpose, content) =>
      createHmac('sha256', indexing).update(`${purpose}\0`).update(content).digest('hex').slice(0, 32),
    close(bytes, place) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', closing, nonce).setAAD(Buffer.from(place))
      return plain(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
    },
    open(closed, place) {
      const decipher = createDecipheriv('aes-256-gcm', closing, closed.subarray(0, NONCE), {
        authTagLength: TAG,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(closed.subarray(closed.length - TAG))
      return plain(
        Buffer.concat([decipher.update(closed.subarray(NONCE, closed.length - TAG)), decipher.final()]),
      )
    },
  })
}

const plain = (bytes: Buffer) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
