/**
 * Runs work when fewer than so many are under way, in the order in which it was asked for. What takes the
 * processor must not all begin at once: nobody would hear from stores and callers until the last is done.
 */
export function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let underWay = 0
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else underWay--
  }
  return async (work) => {
    if (underWay < most) underWay++
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
