/**
 * Reads texts that come again and again, such as the items and schedules that every case is filed under: each is
 * read once while it is among the last so many. What is handed out is shared, so `read` must freeze it.
 */
export function remembered<T>(read: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = read(text)
    if (known.size >= most) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    known.set(text, made)
    return made
  }
}
