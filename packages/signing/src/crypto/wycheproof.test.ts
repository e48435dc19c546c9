import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HashName } from '@licencevault/keys'
import { describeSuite } from '@licencevault/kit/suites'
import { describe, expect, it } from 'vitest'
import * as native from './node.ts'
import { readPublicKey } from './public-key.ts'
import type { SignatureScheme } from './scheme.ts'
import * as web from './web.ts'

interface Group {
  readonly publicKeyDer: string
  readonly sha?: string
  readonly mgfSha?: string
  readonly sLen?: number
  readonly tests: readonly Vector[]
}

interface Vector {
  readonly tcId: number
  readonly comment: string
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

/** Files about signatures that are left out, by what their names say, and why. */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/_(p1363|webcrypto|bitcoin)_/, 'another form of signature than X.509 and CMS have'],
  [/brainpool|secp(160|192|224|256k)|ed448/, 'curves whose keys read as unknown'],
  [/^dsa_/, 'DSA'],
  [/^rsa_pkcs1_/, 'decryption'],
  [/sha1_|sha224|sha3_|shake|sha512_(224|256)/, 'hashes that nothing is checked with'],
  [
    /mgf1sha|pss_misc/,
    'a mask of another hash than the message, or SHA-1: refused where the parameters are read',
  ],
  [/_params_/, 'keys for PSS alone, which read as unknown'],
]

const hashes: readonly string[] = ['SHA-256', 'SHA-384', 'SHA-512']
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

function schemeOf(file: string, { sha = 'SHA-512', mgfSha = sha, sLen = 0 }: Group): SignatureScheme {
  if (!hashes.includes(sha) || mgfSha !== sha) throw new Error(`${file}: ${sha} with a mask of ${mgfSha}`)
  const hash = sha as HashName
  if (file.startsWith('ed25519')) return { kind: 'Ed25519', hash }
  if (file.startsWith('ecdsa')) return { kind: 'ECDSA', hash }
  return file.startsWith('rsa_pss')
    ? { kind: 'RSASSA-PSS', hash, saltLength: sLen }
    : { kind: 'RSASSA-PKCS1-v1_5', hash }
}

await describeSuite('wycheproof', 'Wycheproof', (folder) => {
  const files = readdirSync(folder).filter((file) =>
    /^(ecdsa|ed25519|ed448|dsa|rsa_(signature|pss|pkcs1))_/.test(file),
  )
  const ours = files.filter((file) => !leftOut.some(([pattern]) => pattern.test(file)))

  describe('Wycheproof', () => {
    it.each(ours)('%s, natively and by WebCrypto', async (file) => {
      const { testGroups } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { testGroups: Group[] }
      const wrong: string[] = []
      let checked = 0
      for (const group of testGroups) {
        const scheme = schemeOf(file, group)
        const key = bytes(group.publicKeyDer)
        expect(readPublicKey(key).kind).not.toBe('unknown')
        for (const { tcId, comment, msg, sig, result } of group.tests) {
          const answers = [
            await native.verifySignature(scheme, key, bytes(msg), bytes(sig)),
            await web.verifySignature(scheme, key, bytes(msg), bytes(sig)),
          ]
          const expected = result === 'acceptable' ? answers[0] : result === 'valid'
          if (answers.some((answer) => answer !== expected))
            wrong.push(`${tcId} ${comment}: ${result}, ${answers}`)
          checked++
        }
      }
      expect(wrong).toEqual([])
      expect(checked).toBeGreaterThan(100)
    })

    it('is there whole: what is covered and what is left out', () => {
      expect([ours.length, files.length - ours.length]).toEqual([27, 116])
    })
  })
})
