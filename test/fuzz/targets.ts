/** What is fuzzed, by the name it has on the command line: the file whose `fuzz` takes the bytes. */
export const targets = {
  cms: 'targets/cms.ts',
  pdf: 'targets/pdf.ts',
  cert: 'targets/cert.ts',
  crl: 'targets/crl.ts',
  ocsp: 'targets/ocsp.ts',
  tsp: 'targets/tsp.ts',
  statement: 'targets/statement.ts',
  qr: 'targets/qr.ts',
} as const

export type Target = keyof typeof targets

export const isTarget = (name: string): name is Target => Object.hasOwn(targets, name)
