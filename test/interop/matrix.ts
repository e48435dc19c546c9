import type { ProgramName } from '@licencevault/kit/programs'

/** A row of the matrix: a thing that travels, the program at the other end, and the tests of each direction. */
export interface Row {
  readonly what: string
  readonly program: string
  /** Where its version is asked for, if it is a program. */
  readonly from?: ProgramName
  /** What is made here and judged there, and the other way round: by the tests' file and full name. */
  readonly ours?: RegExp
  readonly theirs?: RegExp
}

export const rows: readonly Row[] = [
  {
    what: 'CMS, CAdES-B',
    program: 'OpenSSL `cms`',
    from: 'openssl',
    ours: /cms\.test.*openssl accepts what we seal/,
    theirs: /cms\.test.*we accept what openssl seals/,
  },
  {
    what: 'CMS, CAdES-B',
    program: 'pyHanko',
    from: 'pyhanko',
    ours: /pyhanko\.test.*CMS: accepts what we sign/,
    theirs: /pyhanko\.test.*CMS: what it signs/,
  },
  { what: 'CMS', program: 'pkijs', ours: /cms\.test.*pkijs/ },
  {
    what: 'Certificate paths',
    program: 'OpenSSL `x509`',
    from: 'openssl',
    theirs: /(cms|keys)\.test.*(certificates made by openssl|wrong on purpose)/,
  },
  {
    what: 'Revocation lists (there: those of the test kit)',
    program: 'OpenSSL `ca`, `verify`',
    from: 'openssl',
    ours: /evidence\.test.*revocation lists of the kit/,
    theirs: /evidence\.test.*revocation lists of openssl/,
  },
  {
    what: 'OCSP (our requests; there: answers of the test kit)',
    program: 'OpenSSL `ocsp`',
    from: 'openssl',
    ours: /evidence\.test.*OCSP the kit/,
    theirs: /evidence\.test.*OCSP our request/,
  },
  {
    what: 'Time-stamps (our requests; there: tokens of the test kit)',
    program: 'OpenSSL `ts`',
    from: 'openssl',
    ours: /evidence\.test.*time-stamps the kit/,
    theirs: /evidence\.test.*time-stamps (our request|a refusal)/,
  },
  {
    what: 'PAdES-B-B',
    program: 'poppler `pdfsig`',
    from: 'pdfsig',
    ours: /pades\.test.*(sealed files in other programs|Chromium)/,
  },
  {
    what: 'PAdES-B-B',
    program: 'pyHanko',
    from: 'pyhanko',
    ours: /pyhanko\.test.*PAdES: accepts/,
    theirs: /pyhanko\.test.*PAdES: what it signs/,
  },
  {
    what: 'Changes after a seal',
    program: 'pyHanko',
    from: 'pyhanko',
    ours: /pyhanko\.test.*(attacks|permitted changes)/,
    theirs: /pyhanko\.test.*(judged alike|evidence after)/,
  },
  { what: 'PAdES-B-B', program: 'LibPDF', theirs: /pades\.test.*LibPDF signed/ },
  { what: 'PDF of every shape', program: 'qpdf', from: 'qpdf', theirs: /pades\.test.*files that qpdf made/ },
]
