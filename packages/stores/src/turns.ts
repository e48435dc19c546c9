/** One at a time, in the order in which they asked. */
export interface Turns {
  /** Resolves to the way to end the turn, or to undefined when it did not come within the time. */
  take(waitMs: number): Promise<(() => void) | undefined>
}

export function turns(): Turns {
  const waiting: (() => void)[] = []
  let taken = false

  const end = () => {
    const next = waiting.shift()
    if (next) next()
    else taken = false
  }

  const turn = () => {
    let ended = false
    return () => {
      if (!ended) end()
      ended = true
    }
  }

  return {
    take(waitMs) {
      if (!taken) {
        taken = true
        return Promise.resolve(turn())
      }
      return new Promise((resolve) => {
        const comes = () => {
          clearTimeout(timer)
          resolve(turn())
        }
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(comes), 1)
          resolve(undefined)
        }, waitMs)
        waiting.push(comes)
      })
    },
  }
}
