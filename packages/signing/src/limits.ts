/**
 * What this package reads at most. Everything here is controlled by whoever made the file, so every
 * size, depth and count has a bound; past one the answer is the error `limit-exceeded` or, where a
 * report is due, a failed check. The PDF reader has its own table.
 */
export const limits = {
  /** Bytes of one CMS message, its attached content included. Detached content has no bound here. */
  cmsBytes: 256 * 1024 * 1024,
  /** Bytes of one certificate. */
  certificateBytes: 64 * 1024,
  /** Nesting of one encoding. */
  depth: 32,
  /** Elements walked in one encoding when its end or its strictness has to be found. */
  elements: 200_000,
  /** Bytes of one object identifier. */
  oidBytes: 64,
  /** Attribute values in one distinguished name. */
  nameAttributes: 64,
  /** Extensions of one certificate. */
  extensions: 64,
  /** Names in one extension: alternative names, permitted or excluded subtrees, names of a distribution point. */
  generalNames: 2_048,
  /** Policies, or pairs of mapped policies, in one extension. */
  policies: 256,
  /** Bytes of one revocation list. */
  crlBytes: 128 * 1024 * 1024,
  /** Entries of one revocation list. */
  crlEntries: 2_000_000,
  /** Serial numbers of one revocation list that may collide with another's place in its table. */
  crlProbes: 1_000,
  /** Distribution points, or addresses, that one certificate names. */
  distributionPoints: 64,
  /** Bytes of one OCSP response. */
  ocspBytes: 256 * 1024,
  /** Certificates asked about in one OCSP response. */
  ocspResponses: 256,
  /** Certificates in one CMS message. */
  certificates: 256,
  /** Signers of one CMS message. */
  signers: 32,
  /** Signed attributes of one signer. Unsigned ones are not read. */
  attributes: 64,
  /** Certificates in one path, leaf and root included. */
  pathLength: 10,
  /** Candidate issuers looked at while one path is sought. */
  pathSteps: 2_000,
  /** Signatures checked while one path is sought. */
  pathSignatures: 64,
  /** Comparisons of a name with a name constraint in one call. */
  nameComparisons: 200_000,
  /** Certificates about which somebody is asked in one call, and addresses asked about each, of each kind. */
  callFetches: 8,
  fetchAddresses: 2,
  /** Signatures checked in one call: of all signers, of all seals of a file, and of the paths to them. */
  callSignatures: 256,
} as const
