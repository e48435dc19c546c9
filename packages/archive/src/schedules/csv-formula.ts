/**
 * What a spreadsheet calculates, by how a cell begins: the full-width forms too, which some turn into the others.
 * A quotation mark before it makes it text; one that stands there already is kept by another.
 */
const CALCULATED = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell with the mark that keeps a spreadsheet from calculating it, where it would. */
export const marked = (cell: string): string => (CALCULATED.test(cell) ? `'${cell}` : cell)

/** The cell without that mark. */
export const unmarked = (cell: string): string =>
  cell.startsWith("'") && CALCULATED.test(cell) ? cell.slice(1) : cell
