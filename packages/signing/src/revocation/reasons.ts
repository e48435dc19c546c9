/**
 * Why certificates are revoked (RFC 5280 §5.3.1): the number in an entry, and the bit by which a list
 * says that it holds them (§4.2.1.13). removeFromCRL and unspecified have no bit.
 */
export const revocationReasons = [
  { name: 'unspecified', code: 0 },
  { name: 'keyCompromise', code: 1, flag: 1 },
  { name: 'cACompromise', code: 2, flag: 2 },
  { name: 'affiliationChanged', code: 3, flag: 3 },
  { name: 'superseded', code: 4, flag: 4 },
  { name: 'cessationOfOperation', code: 5, flag: 5 },
  { name: 'certificateHold', code: 6, flag: 6 },
  { name: 'removeFromCRL', code: 8 },
  { name: 'privilegeWithdrawn', code: 9, flag: 7 },
  { name: 'aACompromise', code: 10, flag: 8 },
] as const satisfies readonly { readonly name: string; readonly code: number; readonly flag?: number }[]

/** Why a certificate was revoked (RFC 5280 §5.3.1). */
export type RevocationReason = (typeof revocationReasons)[number]['name']

/** The reason with this number, or nothing: 7 is unused, and above 10 there is none. */
export function reasonOf(code: number): RevocationReason | undefined {
  return revocationReasons.find((row) => row.code === code)?.name
}

/** Reasons that a list can be restricted to: those a set of lists must cover together. */
export const listedReasons: readonly RevocationReason[] = revocationReasons.flatMap((row) =>
  'flag' in row ? row.name : [],
)
