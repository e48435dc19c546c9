import { type ChannelCredentials, type ChannelOptions, Client, credentials } from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import { type MethodsOf, services } from './agreement.ts'
import { type CallOptions, roomOf } from './client.ts'
import { error } from './codes.ts'

export interface ConnectOptions {
  /** `host:port`, or `unix:/path` for a socket on this machine. */
  readonly address: string
  /** PEM: the CA that signed the service's certificate, and who you are. */
  readonly tls?: {
    readonly ca: string | Uint8Array
    readonly cert: string | Uint8Array
    readonly key: string | Uint8Array
  }
  /** Speak plain text to a service on this very machine that was told to. */
  readonly plainText?: boolean
  /** Milliseconds that a call which answers once may take; 30,000 unless told. Streams have no end of their own. */
  readonly timeoutMs?: number
}

/** The service's rooms. Every call may be made many times at once; close it when done. */
export interface VaultClient {
  readonly catalogue: Room<MethodsOf<typeof services.catalogue>>
  readonly issue: Room<MethodsOf<typeof services.issue>, 'Fetch', 'IssueMany'>
  readonly status: Room<MethodsOf<typeof services.status>>
  readonly authenticate: Room<MethodsOf<typeof services.authenticate>>
  readonly ledger: Room<MethodsOf<typeof services.ledger>, 'Entries'>
  readonly archive: Room<
    MethodsOf<typeof services.archive>,
    'WriteSchedule' | 'DryRunSchedule' | 'FetchCaseFile' | 'ValidateCase' | 'Use',
    never,
    'FileCase' | 'ReadSchedule'
  >
  close(): void
}

type Room<D, Streams extends keyof D = never, Both extends keyof D = never, Gifts extends keyof D = never> = {
  readonly [M in Exclude<keyof D, Streams | Both | Gifts> as Word<M>]: Call<D[M]>
} & { readonly [M in Streams as Word<M>]: Stream<D[M]> } & {
  readonly [M in Both as Word<M>]: Exchange<D[M]>
} & { readonly [M in Gifts as Word<M>]: Gift<D[M]> }

type Word<M> = M extends string ? Uncapitalize<M> : never
type Call<M> =
  M extends MethodDefinition<infer In, infer _A, infer _B, infer Out>
    ? (request: In, options?: CallOptions) => Promise<Out>
    : never
type Stream<M> =
  M extends MethodDefinition<infer In, infer _A, infer _B, infer Out>
    ? (request: In, options?: CallOptions) => AsyncIterable<Out>
    : never
type Exchange<M> =
  M extends MethodDefinition<infer In, infer _A, infer _B, infer Out>
    ? (requests: AsyncIterable<In> | Iterable<In>, options?: CallOptions) => AsyncIterable<Out>
    : never
type Gift<M> =
  M extends MethodDefinition<infer In, infer _A, infer _B, infer Out>
    ? (requests: AsyncIterable<In> | Iterable<In>, options?: CallOptions) => Promise<Out>
    : never

/**
 * Connects to a vault service. Nothing is sent before the first call; a call that finds the service away is
 * sent again up to three times, as the same request.
 *
 * @throws VaultError `address-wrong`, `tls-missing`
 */
export function connect(options: ConnectOptions): VaultClient {
  const { address, timeoutMs = 30_000 } = options
  if (!/^(unix:.+|[^\s:]+:\d+|\[[0-9a-f:]+\]:\d+)$/i.test(address)) throw error('address-wrong', { address })
  const client = new Client(address, credentialsOf(options), channelOptions(address))
  const rooms = Object.fromEntries(
    Object.entries(services).map(([word, service]) => [word, roomOf(client, service, timeoutMs)]),
  )
  // The rooms are made from the same definitions that type them.
  return { ...rooms, close: () => client.close() } as unknown as VaultClient
}

function credentialsOf({ address, tls, plainText }: ConnectOptions): ChannelCredentials {
  if (tls) return credentials.createSsl(bytesOf(tls.ca), bytesOf(tls.key), bytesOf(tls.cert))
  if (address.startsWith('unix:') || (plainText && isLoopback(address))) return credentials.createInsecure()
  throw error('tls-missing', { address })
}

const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? Buffer.from(text, 'utf8') : Buffer.from(text)

const isLoopback = (address: string) => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]):/.test(address)

/** A file of a licence is some 100 KB, a report less. */
const maxAnswerBytes = 16 * 1024 * 1024

function channelOptions(address: string): ChannelOptions {
  return {
    'grpc.max_receive_message_length': maxAnswerBytes,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.service_config': JSON.stringify(serviceConfig),
    // A socket has no host name that a certificate or header could bear.
    ...(address.startsWith('unix:') ? { 'grpc.default_authority': 'localhost' } : {}),
  }
}

/** gRPC's own retries. What a caller streams is not sent again: it alone can make the stream anew. */
const serviceConfig = {
  loadBalancingConfig: [],
  methodConfig: [
    {
      name: [
        { service: 'licencevault.v1.IssueService', method: 'IssueMany' },
        { service: 'licencevault.v1.ArchiveService', method: 'FileCase' },
        { service: 'licencevault.v1.ArchiveService', method: 'ReadSchedule' },
      ],
    },
    {
      name: ['Catalogue', 'Issue', 'Status', 'Authenticate', 'Ledger', 'Archive'].map((word) => ({
        service: `licencevault.v1.${word}Service`,
      })),
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: '0.2s',
        maxBackoff: '2s',
        backoffMultiplier: 2,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
}
