/**
 * Who asks, as the service read it off a client certificate: nothing of it comes from a message. Recorded
 * in the ledger as application and role.
 */
export interface Caller {
  /** The system that calls; with the request id it names a request for ever. */
  readonly application: string
  readonly role: Role
  /**
   * USCC of the authority it acts for. Nobody issues or changes a licence in another authority's name; an
   * operator without one acts for whichever authority the order names.
   */
  readonly authority?: string
}

/**
 * - `operator`: whoever runs the vault on its own machine
 * - `publisher`: keeps the catalogue and publishes the list of authorities
 * - `issuer`: issues licences
 * - `officer`: changes their status
 * - `auditor`: reads everything, changes nothing
 * - `enquirer`: asks whether a licence is genuine and in force, and learns no more than its paper shows
 */
export type Role = 'operator' | 'publisher' | 'issuer' | 'officer' | 'auditor' | 'enquirer'
