import type { Press } from '@licencevault/document'
import type { Statement } from '@licencevault/licence'

/** What stands on the page or lies in the file beside the statement. */
export interface PrintExtras {
  readonly qrText: string
  readonly receipt: Uint8Array
}

/** Draws pages. Drawing is pure, so it may be done anywhere: see `@licencevault/vault/printers`. */
export interface Printer {
  print(press: Press, statement: Statement, extras: PrintExtras): Promise<Uint8Array>
}

/** Draws where it is called. */
export const printHere: Printer = {
  print: async (press, statement, extras) => press.render(statement, extras),
}
