import * as asn1js from 'asn1js'
import forge from 'node-forge'
import { AlgorithmIdentifier } from 'pkijs'
import { expect, it } from 'vitest'
import { decrypt } from './encryption.ts'
import { binary, fromBinary, IterationBudget, pkcs12Key, purpose } from './kdf.ts'

it('RC2 of more than is decrypted at a time comes out whole', () => {
  const plain = Uint8Array.from({ length: 10_001 }, (_, i) => (i * 31) & 255)
  const salt = new Uint8Array(8)
  const how = { password: 'x', salt, iterations: 1, hash: 'sha1' } as const
  const cipher = forge.rc2.createEncryptionCipher(binary(pkcs12Key(how, purpose.key, 5)), 40)
  cipher.start(binary(pkcs12Key(how, purpose.iv, 8)))
  cipher.update(forge.util.createBuffer(binary(plain)))
  cipher.finish()
  const algorithm = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.12.1.6',
    algorithmParams: new asn1js.Sequence({
      value: [new asn1js.OctetString({ valueHex: salt }), new asn1js.Integer({ value: 1 })],
    }),
  })
  const sealed = { algorithm, data: fromBinary(cipher.output.getBytes()) }
  expect(decrypt(sealed, 'x', new IterationBudget())).toEqual(plain)
})
