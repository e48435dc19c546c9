/** Ends the wait for an answer, where the server or the way to it is dead and nothing else would. */
export interface Clock {
  start(late: () => void): void
  stop(): void
}

/**
 * One timer for all statements of a connection, wound up for each. With one for each, as `pg` has them, the results
 * stay alive until all memory is searched for garbage, and every collection of the young moves thousands of rows.
 */
export function clockOf(ms: number): Clock {
  let late: (() => void) | undefined
  const timer = setTimeout(() => late?.(), ms).unref()
  return {
    start(then) {
      late = then
      timer.refresh()
    },
    stop() {
      late = undefined
    },
  }
}
