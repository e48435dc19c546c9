import { VaultError } from '@licencevault/errors'

/** What the reader made of the input, or nothing where it refused it in its own words. */
export function accepted<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (trouble) {
    if (!(trouble instanceof VaultError)) throw trouble
    whole(trouble.message)
    return undefined
  }
}

/** A condition that holds whatever the input is. */
export function demand(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

/** A report is plain values with every sentence filled, in both languages. */
export function soundReport(report: {
  readonly indication: string
  readonly checks: readonly {
    readonly sentence: { readonly en: string; readonly zh: string }
    readonly remedy?: { readonly en: string; readonly zh: string }
  }[]
}): void {
  demand(report.checks.length > 0, 'a report without checks')
  demand(['TOTAL-PASSED', 'TOTAL-FAILED', 'INDETERMINATE'].includes(report.indication), 'no indication')
  for (const { sentence, remedy } of report.checks)
    for (const words of [sentence, remedy]) {
      whole(words?.en ?? '')
      whole(words?.zh ?? '')
    }
  JSON.stringify(report.checks)
}

function whole(sentence: string): void {
  demand(!/\{[a-z]\w*\}/i.test(sentence), `a sentence with a hole: ${sentence}`)
}
