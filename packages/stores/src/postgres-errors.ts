import { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'

/** The five characters by which PostgreSQL names a condition; undefined for what did not come from the server. */
export function sqlStateOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'severity' in cause && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined
}

/** Whether the same transaction may succeed when it runs again: it met another one, or a change of its tables. */
export function isConflict(cause: unknown): boolean {
  const state = sqlStateOf(cause)
  return state === '40001' || state === '40P01' || planIsStale(cause) || keepsNothing(cause)
}

/** A kept statement whose tables have changed since: on this connection it fails for ever. */
export function planIsStale(cause: unknown): boolean {
  // The same state says many other things, and the sentence is in the server's language.
  return sqlStateOf(cause) === '0A000' && routineOf(cause) === 'RevalidateCachedQuery'
}

/** Kept statements are gone, or another's are there: a pooler shares out connections by the transaction. */
export function keepsNothing(cause: unknown): boolean {
  const state = sqlStateOf(cause)
  return state === '26000' || state === '42P05'
}

/** What `pg` says in plain words, and has no codes for. */
const lost = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
  'timeout expired',
]

/** An error of the server or the way to it in our words; a mistake in a query is passed on as it is. */
export function postgresError(cause: unknown, seconds: number): unknown {
  if (!(cause instanceof Error) || cause instanceof VaultError) return cause
  const state = sqlStateOf(cause)
  if (state !== undefined) return serverError(cause, state, seconds)
  if (cause.message === 'Query read timeout') return error('database-timeout', { seconds }, { cause })
  const onTheWay = 'syscall' in cause || lost.some((words) => cause.message.startsWith(words))
  if (onTheWay) return error('database-unavailable', { found: foundOf(cause) }, { cause })
  return cause
}

/** The same while connecting, where nothing of the caller's can be at fault. */
export function connectError(cause: unknown, seconds: number): unknown {
  const known = postgresError(cause, seconds)
  if (known !== cause || !(cause instanceof Error) || cause instanceof VaultError) return known
  return error('database-unavailable', { found: foundOf(cause) }, { cause })
}

function serverError(cause: Error, state: string, seconds: number): unknown {
  const found = `${state} ${cause.message}`
  switch (state) {
    case '23505':
      return error('row-exists', { found: constraintOf(cause) }, { cause })
    case '57014':
      return error('database-timeout', { seconds }, { cause })
    case '55P03':
      return error('database-busy', { seconds }, { cause })
    case '53100':
      return error('store-full', {}, { cause })
    case '25006':
    case '42501':
      return error('store-read-only', { found }, { cause })
    case 'XX001':
    case 'XX002':
      return error('store-garbled', { found }, { cause })
  }
  switch (state.slice(0, 2)) {
    case '28':
      return error('store-denied', { found }, { cause })
    case '08':
    case '53':
    case '57':
    case '58':
    case '3D':
      return error('database-unavailable', { found }, { cause })
    default:
      return cause
  }
}

function routineOf(cause: unknown): unknown {
  return cause instanceof Error && 'routine' in cause ? cause.routine : undefined
}

function constraintOf(cause: Error): string {
  return 'constraint' in cause && typeof cause.constraint === 'string' ? cause.constraint : 'unique'
}

/** Of a host with several addresses each was tried, and each has its own error. */
function foundOf(cause: Error): string {
  return cause instanceof AggregateError ? cause.errors.map(String).join('; ') : cause.message
}
