import pino, { type Logger } from 'pino'
import type { Settings } from './settings.ts'

export type Log = Logger

/**
 * Structured logs, a JSON object a line, on standard error: method, application, role, authority, outcome
 * and milliseconds. Never a request, an answer, an identifier somebody typed, a message of a foreign error
 * or a key: what is not written cannot leak.
 */
export function openLog({ level }: Settings['log']): Log {
  return pino(
    { level, base: {}, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 500 }),
  )
}
