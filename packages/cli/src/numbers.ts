import { InvalidArgumentError } from 'commander'

/** The whole number that a text is; none where it is anything else, or outside of these bounds. */
export function wholeNumberIn(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}

/** Reads an argument or the value of an option; what is no whole number of the kind is a wrong call. */
const reader = (least: number, most: number) => (text: string) => {
  const number = wholeNumberIn(text, least, most)
  if (number === undefined)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  return number
}

/** The largest that the service's messages carry where they count few. */
export const MAX_ORDINAL = 2 ** 31 - 1

/** Versions, revisions, tables and files are counted from 1. */
export const ordinalIn = reader(1, MAX_ORDINAL)
/** Entries of the ledger are counted from 0. */
export const indexIn = reader(0, Number.MAX_SAFE_INTEGER)
/** Sizes of its tree, and limits, from 1. */
export const countIn = reader(1, Number.MAX_SAFE_INTEGER)
