import { root as rootBase64 } from '../root.ts'

/** What the seeds of the corpus were signed under; the key is gone. */
export const root = Uint8Array.from(atob(rootBase64), (char) => char.charCodeAt(0))
export const at = new Date('2027-03-01T08:30:15Z')
export const content = new TextEncoder().encode('食品经营许可证 JY1330000000001')
