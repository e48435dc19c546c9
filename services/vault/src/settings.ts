import { availableParallelism } from 'node:os'
import { acceptedFormats, formats } from '@licencevault/archive'

/** Everything that can be set, in the settings file (YAML) or as environment variables; see OPERATING.md. */
export interface Settings {
  /** Folder in which everything lies that is not told to lie elsewhere. */
  readonly data: string
  /** Make the keys and certificates that are missing. Never in production: they are worth nothing to others. */
  readonly development: boolean
  /** Unified social credit code of the body that keeps this vault: it publishes the list of authorities. */
  readonly keeper: string
  readonly grpc: {
    /** `host:port`; port 0 takes a free one. Empty for no port at all. */
    readonly address: string
    /** Speak plain text on loopback; whoever reaches the port is then the local operator. */
    readonly plainText: boolean
    /** Path of a unix socket whose caller is the local operator; its folder is closed to others. Empty for none. */
    readonly socket: string
  }
  /** The public page, where anybody may check a licence. */
  readonly page: {
    /** `host:port` over HTTPS with the service's certificate; empty for no page. */
    readonly address: string
    /** Speak plain HTTP on loopback, for a proxy on this machine that speaks HTTPS. */
    readonly plainText: boolean
  }
  readonly tls: {
    /** The service's certificate and its issuers, PEM. */
    readonly cert: string
    /** Its key, PEM. */
    readonly key: string
    /** The CA that issues client certificates, PEM. */
    readonly clientCa: string
    /** Its revocation list, DER or PEM; read again when it changes. Empty for none. */
    readonly crl: string
  }
  readonly documents: {
    readonly store: 'folder' | 's3'
    readonly folder: string
    readonly endpoint: string
    readonly bucket: string
    readonly region: string
    readonly accessKey: string
    readonly secretKey: string
  }
  readonly database: {
    readonly engine: 'sqlite' | 'postgres'
    readonly file: string
    readonly url: string
  }
  readonly ledger: {
    /** Origin of the log, unique for ever: `licence.example/ledger`. */
    readonly name: string
  }
  /** The records room. */
  readonly archive: {
    /** Unified social credit code of the body that keeps the archive. */
    readonly authority: string
    /** IANA zone whose calendar decides on which day something happened. */
    readonly zone: string
    /** Folder on this machine for what is received and not yet kept. */
    readonly spool: string
    /** A `clamd` that scans what is filed, `/path` or `host:port`; empty for none: 未检测. */
    readonly clamd: string
    /** Formats that may be filed. */
    readonly formats: readonly string[]
  }
  /** Where printed codes lead. */
  readonly verifyUrl: string
  readonly keys: {
    readonly folder: string
    /** Opens the key files. */
    readonly passwordFile: string
    /** Instant since when codes of the paper key count, for authorities that are added without keys of their own. */
    readonly paperSince: string
    /** Files of the CAs under which the seals and the list's publisher stand, DER or PEM. */
    readonly roots: readonly string[]
  }
  /** Applications that may use some licence types only; one that is not named may use all. */
  readonly applications: Readonly<Record<string, { readonly types: readonly string[] }>>
  readonly limits: {
    readonly messageBytes: number
    readonly callsAtOnce: number
    readonly callsPerSecond: number
    readonly stallSeconds: number
    readonly callSeconds: number
  }
  readonly stop: {
    /** How long calls under way are waited for. */
    readonly graceSeconds: number
  }
  readonly log: { readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug' }
  readonly printing: {
    /** Threads that draw pages, each with fonts of its own, about 60 MB. */
    readonly workers: number
  }
  readonly jobs: {
    /** How often unfinished licences are finished. */
    readonly recoverSeconds: number
    /** How often it is committed to the ledger who has fetched what. */
    readonly auditSeconds: number
    /** How often kept files are checked, those first whose last check is longest ago. */
    readonly checkSeconds: number
    /** How many files a round checks; 0 for none. */
    readonly checkFiles: number
    /** How often the archive takes in what became of licences, and looks after filings that nobody carries on. */
    readonly archiveSeconds: number
  }
}

/** How a setting is read. */
export type Rule =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'texts'; readonly of?: readonly string[] }
  | { readonly kind: 'grants' }

export interface Row {
  readonly name: string
  readonly rule: Rule
  readonly usual: unknown
}

const text = (usual: string): Omit<Row, 'name'> => ({ rule: { kind: 'text' }, usual })
const flag = (usual: boolean): Omit<Row, 'name'> => ({ rule: { kind: 'flag' }, usual })
const integer = (usual: number, least: number, most: number): Omit<Row, 'name'> => ({
  rule: { kind: 'integer', least, most },
  usual,
})
const choice = (...of: readonly [string, ...string[]]): Omit<Row, 'name'> => ({
  rule: { kind: 'choice', of },
  usual: of[0],
})

/** Every setting with its rule and what it is unless told. `{data}` is the data folder. */
const table: Readonly<Record<string, Omit<Row, 'name'>>> = {
  data: text('./data'),
  development: flag(true),
  keeper: text('11339900MB9X00023D'),
  'grpc.address': text('127.0.0.1:7443'),
  'grpc.plainText': flag(false),
  'grpc.socket': text(''),
  'page.address': text('127.0.0.1:7444'),
  'page.plainText': flag(false),
  'tls.cert': text('{data}/pki/server.pem'),
  'tls.key': text('{data}/pki/server.key'),
  'tls.clientCa': text('{data}/pki/ca.pem'),
  'tls.crl': text('{data}/pki/ca.crl'),
  'documents.store': choice('folder', 's3'),
  'documents.folder': text('{data}/documents'),
  'documents.endpoint': text(''),
  'documents.bucket': text(''),
  'documents.region': text('us-east-1'),
  'documents.accessKey': text(''),
  'documents.secretKey': text(''),
  'database.engine': choice('sqlite', 'postgres'),
  'database.file': text('{data}/vault.db'),
  'database.url': text(''),
  'ledger.name': text('vault.localhost/ledger'),
  'archive.authority': text('11339900MB9X00023D'),
  'archive.zone': text('Asia/Shanghai'),
  'archive.spool': text('{data}/spool'),
  'archive.clamd': text(''),
  'archive.formats': { rule: { kind: 'texts', of: Object.keys(formats) }, usual: acceptedFormats },
  verifyUrl: text('https://localhost:7444/v'),
  'keys.folder': text('{data}/keys'),
  'keys.passwordFile': text('{data}/keys/password'),
  'keys.paperSince': text('2026-01-01T00:00:00Z'),
  'keys.roots': { rule: { kind: 'texts' }, usual: ['{data}/keys/root.pem'] },
  applications: { rule: { kind: 'grants' }, usual: {} },
  'limits.messageBytes': integer(8 * 1024 * 1024, 64 * 1024, 256 * 1024 * 1024),
  'limits.callsAtOnce': integer(256, 1, 100_000),
  'limits.callsPerSecond': integer(20_000, 1, 1_000_000),
  'limits.stallSeconds': integer(30, 1, 3_600),
  'limits.callSeconds': integer(60, 1, 3_600),
  'stop.graceSeconds': integer(30, 1, 3_600),
  'log.level': choice('info', 'silent', 'error', 'warn', 'debug'),
  'printing.workers': integer(Math.max(1, availableParallelism() - 1), 1, 256),
  'jobs.recoverSeconds': integer(60, 1, 86_400),
  'jobs.auditSeconds': integer(300, 1, 86_400),
  'jobs.checkSeconds': integer(60, 1, 86_400),
  'jobs.checkFiles': integer(20, 0, 10_000),
  'jobs.archiveSeconds': integer(5, 1, 86_400),
}

export const rows: readonly Row[] = Object.entries(table).map(([name, row]) => ({ name, ...row }))

/** The environment variable of a setting: `VAULT_GRPC_PLAIN_TEXT` for `grpc.plainText`. */
export function variableOf(name: string): string {
  return `VAULT_${name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`
}
