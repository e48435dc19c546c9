import { error } from './codes.ts'

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html); an extended one has it in its low byte. */
const primary = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDb: 26,
}
const constraint = { primaryKey: 1555, unique: 2067, rowid: 2579 }

function errcodeOf(cause: unknown): number | undefined {
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number'
    ? cause.errcode
    : undefined
}

/** Whether another process holds the file just now, so that the statement did nothing. */
export function isBusy(cause: unknown): boolean {
  const code = (errcodeOf(cause) ?? 0) & 0xff
  return code === primary.busy || code === primary.locked
}

/** An error of the engine in our words; a mistake in a query is passed on as it is. */
export function sqliteError(cause: unknown): unknown {
  const errcode = errcodeOf(cause)
  if (errcode === undefined || !(cause instanceof Error)) return cause
  if (Object.values(constraint).includes(errcode)) {
    return error('row-exists', { found: columnsIn(cause.message) }, { cause })
  }
  switch (errcode & 0xff) {
    case primary.readOnly:
      return error('store-read-only', { found: 'SQLITE_READONLY' }, { cause })
    case primary.full:
      return error('store-full', {}, { cause })
    case primary.ioError:
    case primary.cannotOpen:
      return error('database-unavailable', { found: cause.message }, { cause })
    case primary.corrupt:
    case primary.notDb:
      return error('store-garbled', { found: cause.message }, { cause })
    default:
      return cause
  }
}

/** `UNIQUE constraint failed: t.a, t.b` names columns, never values. */
function columnsIn(message: string): string {
  return message.split(': ').at(-1) ?? message
}
