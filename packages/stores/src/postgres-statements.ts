import { createHash } from 'node:crypto'

/**
 * Which statements a pool has its server keep, parsed and planned: those that come again. A statement has the
 * same name on every connection, made from its text, so that behind a pooler no name can ever mean another text.
 */
export interface KeptStatements {
  /** Undefined for what is to be sent whole. */
  nameOf(sql: string, parameters: number): string | undefined
  /** The server, or a pooler before it, does not keep them. */
  giveUp(): void
}

/** Lists of every length make a new text each: they shall not push out what comes again. */
const MAX_SEEN = 1000

/** @param most names at most; each costs memory on every connection of the server. */
export function keptStatements(most: number): KeptStatements {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  let room = most

  const see = (sql: string) => {
    if (seen.size >= MAX_SEEN) {
      const [oldest] = seen
      if (oldest !== undefined) seen.delete(oldest)
    }
    seen.add(sql)
  }

  return {
    nameOf(sql, parameters) {
      const name = names.get(sql)
      // Without parameters it may be several statements, which cannot be kept.
      if (name !== undefined || parameters === 0 || names.size >= room) return name
      if (!seen.delete(sql)) {
        see(sql)
        return undefined
      }
      const given = `vault_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`
      names.set(sql, given)
      return given
    },
    giveUp() {
      room = 0
      names.clear()
    },
  }
}
