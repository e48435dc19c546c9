import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VaultClient } from '@licencevault/api'
import type { Command } from 'commander'
import { error } from './codes.ts'
import { readWhole } from './files.ts'
import { theService } from './the-service.ts'

/** How a command reaches a vault. */
export interface DoorOptions {
  readonly address?: string
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly plainText?: true
  readonly settings?: string
  readonly data?: string
  readonly verbose?: true
}

/** Adds the options by which a command reaches a vault. */
export function reachingVault(command: Command): Command {
  return command
    .option('--address <HOST:PORT>', 'ask the service there (VAULT_ADDRESS)')
    .option('--ca <FILE>', "PEM of the CA of the service's certificate (VAULT_CA)")
    .option('--cert <FILE>', 'PEM of your client certificate (VAULT_CERT)')
    .option('--key <FILE>', 'PEM of its key (VAULT_KEY)')
    .option('--plain-text', 'no TLS, to loopback only')
    .option('--settings <FILE>', 'without --address: settings of the vault to open (VAULT_SETTINGS)')
    .option('--data <DIR>', 'without --address: its folder; ./data unless told')
    .option('--verbose', 'without --address: its log on standard error')
    .option('--json', 'print the answer as JSON')
    .option('--lang <LANG>', 'en or zh; as LANG says unless given')
}

/**
 * Does some work with a vault: the service at the address, or without one a service in this very process,
 * which nobody else can reach: its socket lies in a new folder of mode 0700.
 */
export async function withVault<T>(
  options: DoorOptions,
  environment: NodeJS.ProcessEnv,
  work: (vault: VaultClient) => Promise<T>,
): Promise<T> {
  const { connect } = await import('@licencevault/api')
  const address = options.address ?? environment.VAULT_ADDRESS
  if (address === undefined)
    return withOwnService(options, environment, (at) => within(connect({ address: at }), work))
  return within(connect({ address, ...(await credentialsOf(options, environment)) }), work)
}

async function within<T>(vault: VaultClient, work: (vault: VaultClient) => Promise<T>): Promise<T> {
  try {
    return await work(vault)
  } finally {
    vault.close()
  }
}

async function credentialsOf(
  { ca, cert, key, plainText }: DoorOptions,
  { VAULT_CA, VAULT_CERT, VAULT_KEY }: NodeJS.ProcessEnv,
) {
  if (plainText) return { plainText }
  const files = [ca ?? VAULT_CA, cert ?? VAULT_CERT, key ?? VAULT_KEY]
  const [caFile, certFile, keyFile] = files
  if (caFile === undefined && certFile === undefined && keyFile === undefined) return {}
  if (caFile === undefined || certFile === undefined || keyFile === undefined)
    throw error('certificate-incomplete')
  return {
    tls: { ca: await readWhole(caFile), cert: await readWhole(certFile), key: await readWhole(keyFile) },
  }
}

async function withOwnService<T>(
  { settings: file, data, verbose }: DoorOptions,
  environment: NodeJS.ProcessEnv,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const { readSettings, serve } = await theService()
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-'))
  try {
    const from = file ?? environment.VAULT_SETTINGS
    const settings = await readSettings({
      ...(from === undefined ? {} : { file: from }),
      environment,
      given: {
        'grpc.address': '',
        'page.address': '',
        'grpc.socket': join(folder, 'vault.sock'),
        'log.level': verbose ? 'info' : 'silent',
        ...(data === undefined ? {} : { data }),
      },
    })
    const service = await serve(settings)
    try {
      return await work(service.addresses[0] ?? '')
    } finally {
      await service.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
