import { readStatement, statementBytes } from '@licencevault/licence'
import { accepted, demand } from './judge.ts'

/** One statement has one form: what is read is written back to the byte. */
export function fuzz(bytes: Uint8Array): void {
  const statement = accepted(() => readStatement(bytes))
  if (!statement) return
  const again = statementBytes(statement)
  demand(again.length === bytes.length && again.every((byte, i) => byte === bytes[i]), 'another form')
}
