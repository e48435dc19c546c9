import type { Caller } from '@licencevault/vault'
import type { OpenOffice } from '../office.ts'

/** What was done with what was read. */
type Act =
  | 'authenticated-by-code'
  | 'authenticated-by-file'
  | 'authenticated-by-identifier'
  | 'fetched'
  | 'found'
  | 'got'

/**
 * Writes down who has looked at which licences, and what for, before it is told: identifiers, application
 * and role, nothing of a person. What names no licence is no look at one.
 */
export async function recordReads(
  { ledger }: OpenOffice,
  { application, role }: Caller,
  act: Act,
  identifiers: readonly string[],
): Promise<void> {
  if (identifiers.length === 0) return
  await ledger.audit.record(identifiers.map((subject) => ({ actor: { application, role }, subject, act })))
}
