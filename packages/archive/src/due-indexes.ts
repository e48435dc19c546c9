/**
 * By what a due list can be narrowed, and the indexes that answer each combination without reading a row that
 * does not belong: every list here, ended by the due date, is the whole prefix of one index. Two such indexes
 * stand for each, one of cases that are held and one of those that are not, so that “held” narrows as well as
 * the others; a question that leaves it open asks both and takes what comes first.
 *
 * An item belongs to one office and class, an office to one fonds: with an item or office given, what it
 * settles needs no index of its own.
 */
export const narrowings = [
  [],
  ['retention'],
  ['class'],
  ['class', 'retention'],
  ['fonds'],
  ['fonds', 'retention'],
  ['fonds', 'class'],
  ['fonds', 'class', 'retention'],
  ['office'],
  ['office', 'retention'],
  ['office', 'class'],
  ['office', 'class', 'retention'],
  ['item'],
  ['item', 'retention'],
] as const satisfies readonly (readonly Narrowing[])[]

export type Narrowing = 'fonds' | 'class' | 'item' | 'office' | 'retention'

/** Which of the given columns the index is to find; the rest is compared row by row. */
export function indexedBy(given: ReadonlySet<Narrowing>): readonly Narrowing[] {
  if (given.has('item')) return given.has('retention') ? ['item', 'retention'] : ['item']
  const holder = given.has('office') ? 'office' : given.has('fonds') ? 'fonds' : undefined
  const rest = (['class', 'retention'] as const).filter((name) => given.has(name))
  return holder ? [holder, ...rest] : rest
}

export const indexName = (columns: readonly Narrowing[], held: boolean): string =>
  ['archive_due', ...columns, held ? 'held' : 'free'].join('_')
