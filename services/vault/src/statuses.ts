/**
 * gRPC status of the codes that their kind alone does not tell. A kind says what an argument of a library is
 * to blame for; at the door, what stores, records and key files are found to be is no fault of the caller,
 * who can neither correct it nor was refused anything.
 */
const codesOf: Readonly<Record<string, readonly string[]>> = {
  CANCELLED: ['call-ended'],
  DEADLINE_EXCEEDED: ['call-too-long'],
  UNAUTHENTICATED: [
    'client-certificate-expired',
    'client-certificate-missing',
    'client-certificate-revoked',
    'client-certificate-wrong',
  ],
  FAILED_PRECONDITION: ['blob-locked', 'seal-missing'],
  /** Lost, or other than what was kept. */
  DATA_LOSS: [
    'blob-altered',
    'blob-missing',
    'blob-range-invalid',
    'bundle-malformed',
    'checkpoint-malformed',
    'document-altered',
    'entry-malformed',
    'entry-version-unknown',
    'note-key-unknown',
    'note-malformed',
    'note-signature-wrong',
    'package-damaged',
    'proof-malformed',
    'proof-too-large',
    'proof-wrong',
    'row-altered',
    'tile-differs',
    'tile-wrong',
  ],
  /** Set up wrongly, or a mistake of ours: asking otherwise changes nothing. */
  INTERNAL: [
    'blob-exists',
    'blob-key-invalid',
    'blob-lock-unsupported',
    'database-newer',
    'database-not-empty',
    'key-file-missing',
    'key-file-wrong',
    'ledger-key-wrong',
    'ledger-name-wrong',
    'row-exists',
    'service-fault',
    'store-unfit',
    'ticket-unknown',
    'transaction-failed',
    'vkey-malformed',
  ],
}

const numbers: Readonly<Record<string, number>> = {
  CANCELLED: 1,
  DEADLINE_EXCEEDED: 4,
  FAILED_PRECONDITION: 9,
  INTERNAL: 13,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
}

/** By code; what is not in it has the status of its kind. */
export const statuses: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(codesOf).flatMap(([name, codes]) => codes.map((code) => [code, numbers[name] ?? 2])),
)
