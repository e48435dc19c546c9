import { error } from '../codes.ts'

/** The longest text of an act, in characters. */
const MAX_TEXT = 4000

/** A text of an act says something, and is no book. Throws VaultError `change-malformed`. */
export function requireText(member: string, text: unknown): void {
  if (text === undefined) return
  if (typeof text !== 'string' || text.trim() === '' || text.length > MAX_TEXT) {
    throw error('change-malformed', {
      member,
      problem: `expected text of 1 to ${MAX_TEXT} characters`,
      problemZh: `应为 1 至 ${MAX_TEXT} 个字符的文本`,
    })
  }
}
