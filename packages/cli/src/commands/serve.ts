import { once } from 'node:events'
import { join } from 'node:path'
import type { Command } from 'commander'
import { error } from '../codes.ts'
import { readWhole } from '../files.ts'
import { print } from '../terminal.ts'
import { theService } from '../the-service.ts'

interface ServeOptions {
  readonly settings?: string
  readonly data?: string
}

/** `vault serve` and `vault certificate`: the service itself, and its development PKI. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('run the service until it is stopped · 启动服务')
    .option('--settings <FILE>', 'YAML (VAULT_SETTINGS)')
    .option('--data <DIR>', './data unless told')
    .action(serveUntilStopped)
  program
    .command('certificate')
    .summary('make or revoke a client certificate of the development CA · 开发用客户端证书')
    .argument('[APPLICATION]', 'the system that calls')
    .option('--role <ROLE>', 'operator, publisher, issuer, officer, auditor or enquirer')
    .option('--authority <USCC>', 'whom it acts for; issuers and officers need one')
    .option('--revoke <FILE>', 'put this certificate (PEM) on the revocation list instead')
    .option('--data <DIR>', './data unless told', './data')
    .option('--json', 'print the answer as JSON')
    .action(certificate)
}

async function serveUntilStopped({ settings: file, data }: ServeOptions): Promise<void> {
  const { readSettings, serve } = await theService()
  const from = file ?? process.env.VAULT_SETTINGS
  const settings = await readSettings({
    ...(from === undefined ? {} : { file: from }),
    environment: process.env,
    given: data === undefined ? {} : { data },
  })
  const service = await serve(settings)
  const page = service.page === undefined ? '' : `, the public page on ${service.page}`
  process.stderr.write(`Serving on ${service.addresses.join(', ')}${page}. Stop with Ctrl-C.\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await service.stop()
}

interface CertificateOptions {
  readonly role?: string
  readonly authority?: string
  readonly revoke?: string
  readonly data: string
  readonly json?: true
}

const roles = [
  ...(['operator', 'publisher', 'issuer', 'officer', 'auditor', 'enquirer'] as const),
  ...(['archivist', 'approver', 'filer', 'reader'] as const),
]

async function certificate(application: string | undefined, options: CertificateOptions): Promise<void> {
  const { makeClientCertificate, revokeClientCertificate } = await theService()
  const folder = join(options.data, 'pki')
  if (options.revoke !== undefined) {
    await revokeClientCertificate(folder, Buffer.from(await readWhole(options.revoke)).toString('latin1'))
    return
  }
  const role = roles.find((known) => known === options.role)
  if (application === undefined || !role) throw error('certificate-for-whom', { roles: roles.join(', ') })
  const { authority } = options
  const files = await makeClientCertificate(folder, {
    application,
    role,
    ...(authority ? { authority } : {}),
  })
  print(
    options.json
      ? JSON.stringify(files, null, 2)
      : Object.entries(files)
          .map(([name, file]) => `--${name} ${file}`)
          .join(' '),
  )
}
