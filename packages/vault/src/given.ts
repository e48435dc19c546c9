/** The members of a value, none of them `undefined`. */
export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The same without what is absent: `undefined`, and the empty text by which a message says as much. */
export function given<T extends object>(value: T): Given<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined && member !== ''),
  ) as Given<T>
}
