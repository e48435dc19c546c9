import type { Report } from '@licencevault/verify'

/** What `vault authenticate` ends with: the gravest answer over all files. */
export const exitCodes = {
  /** Every file is genuine and in force. */
  valid: 0,
  /** At least one file is not genuine, or the ledger is damaged. */
  notGenuine: 1,
  /** The call was wrong, or trust could not be opened: nothing was judged. */
  wrongCall: 2,
  /** All are genuine, at least one is out of its dates. */
  notInForce: 3,
  /** Of at least one file nothing certain can be said; none is known to be false. */
  undetermined: 4,
  /** The vault, or something that it needs, is not there now: try again. */
  away: 5,
} as const

const gravestFirst = [exitCodes.notGenuine, exitCodes.undetermined, exitCodes.notInForce] as const

export function exitCodeOf(reports: readonly Pick<Report, 'genuine' | 'inForce'>[]): number {
  const codes = reports.map(({ genuine, inForce }) => {
    if (genuine === 'no') return exitCodes.notGenuine
    if (genuine !== 'yes' || inForce === 'undetermined') return exitCodes.undetermined
    return inForce === 'yes' ? exitCodes.valid : exitCodes.notInForce
  })
  return gravestFirst.find((code) => codes.includes(code)) ?? exitCodes.valid
}
