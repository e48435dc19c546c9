import { error } from './codes.ts'

/**
 * What the command line uses of the vault service. The service is a program of its own, which may not be
 * installed where its command line is: it is looked for when it is needed, and known by these words alone.
 */
interface VaultService {
  readSettings(sources: {
    readonly file?: string
    readonly environment: NodeJS.ProcessEnv
    readonly given: Readonly<Record<string, unknown>>
  }): Promise<object>
  serve(
    settings: object,
  ): Promise<{ readonly addresses: readonly string[]; readonly page?: string; stop(): Promise<void> }>
  rebuildDatabase(settings: object): Promise<object>
  checkLedger(settings: object): Promise<{ readonly count: number }>
  makeClientCertificate(
    folder: string,
    caller: { readonly application: string; readonly role: string; readonly authority?: string },
  ): Promise<{ readonly cert: string; readonly key: string; readonly ca: string }>
  revokeClientCertificate(folder: string, pem: string): Promise<void>
}

const name = '@licencevault/service'

/** @throws VaultError `service-not-here` */
export async function theService(): Promise<VaultService> {
  try {
    return await import(name)
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND'
    throw missing ? error('service-not-here', {}, { cause }) : cause
  }
}
