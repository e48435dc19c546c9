import { chmod, lstat, mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  experimental,
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerOptions,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js'
import { loadFileDescriptorSetFromBuffer } from '@grpc/proto-loader'
import { ReflectionService } from '@grpc/reflection'
import { DETAILS_KEY, descriptorSet, type Problem, services, trailersOf, type Word } from '@licencevault/api'
import { HealthImplementation } from 'grpc-health-check'
import type { Call, Caller, Handlers, MethodName } from './call.ts'
import { error } from './codes.ts'
import type { Desk, Visit } from './desk.ts'
import type { Settings } from './settings.ts'
import { openPace, received, sendAll } from './streams.ts'
import type { ServerCertificate } from './tls.ts'

/**
 * The only file that knows the gRPC library: it opens doors, and turns calls into handlers' arguments and
 * their answers and errors back. What a call may do is the desk's affair.
 */
export interface DoorOptions {
  readonly handlers: Handlers
  readonly desk: Desk
  readonly limits: Settings['limits']
  readonly health: Health
}

/** Where somebody may come in, and as whom. */
export type Entrance =
  | {
      readonly kind: 'tls'
      readonly address: string
      readonly certificate: ServerCertificate
      /** Who a client certificate (DER) names; `undefined` where there was none that TLS trusts. */
      readonly callerOf: (certificate: Uint8Array) => Promise<Caller>
    }
  | { readonly kind: 'plain'; readonly address: string; readonly caller: Caller }
  | { readonly kind: 'socket'; readonly path: string; readonly caller: Caller }

export interface Door {
  /** Where it listens, its real port in place of 0. */
  readonly address: string
  /** Takes no more calls; resolves when those under way have ended. */
  close(): Promise<void>
  /** Cuts off what is still there. */
  slam(): void
}

/** @throws VaultError `address-taken`, `socket-folder-open` */
export async function openDoor(entrance: Entrance, options: DoorOptions): Promise<Door> {
  const server = new Server(serverOptions(options.limits))
  for (const [word, service] of Object.entries(services)) {
    server.addService(service, implementationOf(word as Word, entrance, options))
  }
  options.health.addTo(server)
  reflection().addToServer(server)
  const address = await listen(server, entrance)
  return {
    address,
    close: () => new Promise((resolve) => server.tryShutdown(() => resolve())),
    slam: () => server.forceShutdown(),
  }
}

function serverOptions({ messageBytes, callsAtOnce }: Settings['limits']): ServerOptions {
  return {
    'grpc.max_receive_message_length': messageBytes,
    'grpc.max_concurrent_streams': callsAtOnce,
    // A peer that is gone without a word is found out within a minute.
    'grpc.keepalive_time_ms': 40_000,
    'grpc.keepalive_timeout_ms': 20_000,
  }
}

async function listen(server: Server, entrance: Entrance): Promise<string> {
  const target = entrance.kind === 'socket' ? `unix:${entrance.path}` : entrance.address
  if (entrance.kind === 'socket') await requireClosedFolder(entrance.path)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(target, credentialsOf(entrance), (problem, bound) => {
      if (problem)
        reject(error('address-taken', { address: target, why: problem.message }, { cause: problem }))
      else resolve(bound)
    })
  })
  if (entrance.kind === 'socket') {
    await chmod(entrance.path, 0o600)
    return target
  }
  return target.replace(/:\d+$/, `:${port}`)
}

/** Whoever can reach the socket is the local operator: its folder is this user's and closed to others. */
async function requireClosedFolder(path: string): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { mode, uid } = await lstat(folder)
  if ((mode & 0o077) !== 0 || (process.getuid && uid !== process.getuid())) {
    throw error('socket-folder-open', { folder })
  }
  // A socket that a killed service left behind; a folder of this user's alone holds nobody else's.
  await rm(path, { force: true })
}

function credentialsOf(entrance: Entrance): ServerCredentials {
  if (entrance.kind !== 'tls') return ServerCredentials.createInsecure()
  const { certificate } = entrance
  // A client without a certificate is let through to where it can be told so, and to nothing else:
  // TLS checks what is shown, and an unchecked one never counts (see `certificateIn`).
  return experimental.createCertificateProviderServerCredentials(
    certificate.provider,
    certificate.provider,
    false,
  )
}

/** What every kind of call has. */
interface AnyCall {
  readonly cancelled: boolean
  on(event: 'cancelled', left: () => void): unknown
  getAuthContext(): { readonly sslPeerCertificate?: { readonly raw?: Buffer } }
}

/** The certificate that TLS found to stand under the client CA, if any: one for all calls of a connection. */
function certificateIn(call: AnyCall): Uint8Array {
  const connection = http2StreamOf(call)?.session
  const known = connection && certificates.get(connection)
  if (known) return known
  const raw = call.getAuthContext().sslPeerCertificate?.raw
  if (!raw) throw error('client-certificate-missing')
  const certificate = new Uint8Array(raw)
  if (connection) certificates.set(connection, certificate)
  return certificate
}

/** Asking TLS for a certificate takes longer than the rest of a small call; a connection never changes its own. */
const certificates = new WeakMap<object, Uint8Array>()

/** Handlers as the table of the agreement names them; their types are checked where they are written. */
type Answering = (request: object, call: Call) => Promise<object>
type Streaming = (request: object, call: Call) => AsyncIterable<object>
type Exchanging = (requests: AsyncIterable<object>, call: Call) => AsyncIterable<object>
type TakingIn = (requests: AsyncIterable<object>, call: Call) => Promise<object>

function implementationOf(
  word: Word,
  entrance: Entrance,
  { handlers, desk, limits }: DoorOptions,
): UntypedServiceImplementation {
  const room = handlers[word] as unknown as Record<string, Answering & Streaming & Exchanging & TakingIn>
  const stall = limits.stallSeconds
  const visitOf = (call: AnyCall, name: string): Visit => ({
    method: `${word}.${name}` as MethodName,
    identify: async () =>
      entrance.kind === 'tls' ? entrance.callerOf(certificateIn(call)) : entrance.caller,
    onLeft: (left) => {
      call.on('cancelled', left)
      if (call.cancelled) left()
    },
  })
  const answer =
    (name: string, handler: Answering) =>
    (call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>) =>
      desk.receive(visitOf(call, name), {
        work: async (context) => {
          context.permit(call.request)
          return handler(call.request, context)
        },
        done: (value) => callback(null, value),
        failed: (problem) => callback(statusOf(problem)),
      })
  const stream = (name: string, handler: Streaming) => (call: ServerWritableStream<object, object>) =>
    desk.receive(visitOf(call, name), {
      endless: true,
      work: (context) => {
        context.permit(call.request)
        return sendAll(handler(call.request, context), call, { stall, signal: context.signal })
      },
      done: () => call.end(),
      failed: (problem) => endStream(call, problem),
    })
  const exchange = (name: string, handler: Exchanging) => (call: ServerDuplexStream<object, object>) =>
    desk.receive(visitOf(call, name), {
      endless: true,
      work: (context) => {
        const bounds = { stall, signal: context.signal, pace: openPace() }
        const requests = received<object>(call, { ...bounds, stopping: context.stopping })
        return sendAll(handler(requests, context), call, bounds)
      },
      done: () => call.end(),
      failed: (problem) => endStream(call, problem),
    })
  const takeIn =
    (name: string, handler: TakingIn) =>
    (call: ServerReadableStream<object, object>, callback: sendUnaryData<object>) =>
      desk.receive(visitOf(call, name), {
        endless: true,
        work: (context) => {
          const requests = received<object>(call, {
            stall,
            signal: context.signal,
            stopping: context.stopping,
          })
          return handler(requests, context)
        },
        done: (value) => callback(null, value),
        failed: (problem) => callback(statusOf(problem)),
      })
  return Object.fromEntries(
    Object.entries(services[word]).map(([name, { requestStream, responseStream }]) => {
      const handler = room[name]
      if (!handler) throw new TypeError(`nobody answers ${word}.${name}`)
      return [
        name,
        requestStream && responseStream
          ? exchange(name, handler)
          : requestStream
            ? takeIn(name, handler)
            : responseStream
              ? stream(name, handler)
              : answer(name, handler),
      ]
    }),
  )
}

/** Error of a call as the library sends it. */
function statusOf(problem: Problem) {
  const { message, details } = trailersOf(problem)
  const metadata = new Metadata()
  metadata.set(DETAILS_KEY, details)
  return Object.assign(new Error(problem.code), { code: problem.status, details: message, metadata })
}

function endStream(
  call: ServerWritableStream<object, object> | ServerDuplexStream<object, object>,
  problem: Problem,
) {
  call.emit('error', statusOf(problem))
  // A peer that reads nothing would never let the status through either: then the stream itself is closed.
  if (problem.code === 'stream-stalled') setTimeout(() => closeStream(call), 1_000).unref()
}

/** The library has no way to close a stream whose peer has stopped reading; HTTP/2 has one. */
function closeStream(call: object): void {
  const cancel = 8
  http2StreamOf(call)?.close?.(cancel)
}

/** The HTTP/2 stream under a call, which the library keeps to itself; `undefined` should it keep it elsewhere. */
function http2StreamOf(call: object): Partial<Http2Stream> | undefined {
  const inner: unknown = Reflect.get(call, 'call')
  const stream: unknown =
    typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'stream') : undefined
  return typeof stream === 'object' && stream !== null ? stream : undefined
}

interface Http2Stream {
  readonly session: object
  close(code: number): void
}

function reflection(): ReflectionService {
  return new ReflectionService(loadFileDescriptorSetFromBuffer(Buffer.from(descriptorSet, 'base64')))
}

/** The standard health service: one status a service, and `''` for all of them. */
export interface Health {
  addTo(server: Server): void
  /** By word of the house. */
  set(serving: Readonly<Record<Word, boolean>>): void
}

export function openHealth(): Health {
  const names = Object.keys(services) as Word[]
  const fullName = (word: Word) => `licencevault.v1.${word[0]?.toUpperCase()}${word.slice(1)}Service`
  const implementation = new HealthImplementation({
    '': 'NOT_SERVING',
    ...Object.fromEntries(names.map((word) => [fullName(word), 'NOT_SERVING' as const])),
  })
  const wordOf = (serving: boolean) => (serving ? 'SERVING' : 'NOT_SERVING')
  return {
    addTo: (server) => implementation.addToServer(server),
    set(serving) {
      for (const word of names) implementation.setStatus(fullName(word), wordOf(serving[word]))
      implementation.setStatus('', wordOf(names.every((word) => serving[word])))
    },
  }
}
