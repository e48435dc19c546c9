import { randomUUID } from 'node:crypto'
import {
  type Client,
  type ClientReadableStream,
  type ClientWritableStream,
  type CallOptions as GrpcOptions,
  Metadata,
  type ServiceDefinition,
  type ServiceError,
} from '@grpc/grpc-js'
import { errorOf } from './call-error.ts'

/** What goes with one call. */
export interface CallOptions {
  /** Cancels the call. What the service had recorded before is finished all the same. */
  readonly signal?: AbortSignal
  /** Milliseconds until the call fails with `deadline-passed`; `Infinity` for none. */
  readonly timeoutMs?: number
}

type Message = object
type Method = ServiceDefinition[string]

/** Makes async functions of a service's methods: a request in, an answer or an async iterable out. */
export function roomOf(
  client: Client,
  service: ServiceDefinition,
  timeoutMs: number,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(service).map((method) => [
      method.originalName ?? '',
      functionOf(client, method, timeoutMs),
    ]),
  )
}

function functionOf(client: Client, method: Method, timeoutMs: number) {
  const { path, requestSerialize, responseDeserialize, requestStream, responseStream } = method
  if (requestStream && responseStream) {
    return (requests: AsyncIterable<Message> | Iterable<Message>, options: CallOptions = {}) =>
      answersTo(client, method, requests, options)
  }
  if (requestStream) {
    return (requests: AsyncIterable<Message> | Iterable<Message>, options: CallOptions = {}) =>
      answerTo(client, method, requests, options)
  }
  if (responseStream) {
    return (request: Message = {}, options: CallOptions = {}) => answers(client, method, request, options)
  }
  return (request: Message = {}, options: CallOptions = {}) =>
    new Promise((resolve, reject) => {
      const call = client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        identified(request),
        new Metadata(),
        grpcOptions(options, timeoutMs),
        (problem, answer) => {
          release()
          if (problem) reject(errorOf(problem))
          else resolve(answer)
        },
      )
      const release = cancelledBy(call, options.signal)
    })
}

/**
 * A request that changes something has an id before it is first sent, so that whatever is sent again by the
 * retry policy is the same request. Messages without such a field do not write it.
 */
function identified(request: Message): Message {
  return { ...request, requestId: Reflect.get(request, 'requestId') || randomUUID() }
}

function grpcOptions({ timeoutMs }: CallOptions, usual: number): GrpcOptions {
  const wait = timeoutMs ?? usual
  return wait === Number.POSITIVE_INFINITY ? {} : { deadline: Date.now() + wait }
}

function cancelledBy(call: { cancel(): void }, signal: AbortSignal | undefined): () => void {
  const cancel = () => call.cancel()
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  return () => signal?.removeEventListener('abort', cancel)
}

/** Calls when the first answer is asked for; a call that nobody reads would fail for nobody. */
async function* answers(
  client: Client,
  { path, requestSerialize, responseDeserialize }: Method,
  request: Message,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const how = grpcOptions(options, Number.POSITIVE_INFINITY)
  const sent = identified(request)
  yield* answersOf(
    client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, sent, new Metadata(), how),
    options,
  )
}

/** Reads as fast as it is asked to; leaving early cancels the call. */
async function* answersOf(
  call: ClientReadableStream<unknown>,
  { signal }: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  // A signal that fired already ends the call before the loop listens; then the loop ends as if all had come.
  let failed: unknown
  call.on('error', (thrown: unknown) => {
    failed = thrown
  })
  const release = cancelledBy(call, signal)
  try {
    for await (const answer of call) yield answer
    if (failed) throw failed
  } catch (thrown) {
    throw isServiceError(thrown) ? errorOf(thrown) : thrown
  } finally {
    release()
    call.cancel()
  }
}

/** Calls when the first answer is asked for, then sends as fast as the service takes it in. */
async function* answersTo(
  client: Client,
  { path, requestSerialize, responseDeserialize }: Method,
  requests: AsyncIterable<Message> | Iterable<Message>,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const how = grpcOptions(options, Number.POSITIVE_INFINITY)
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, new Metadata(), how)
  let wrong: { readonly thrown: unknown } | undefined
  const sending = send(requests, call).catch((thrown: unknown) => {
    wrong = { thrown }
    call.cancel()
  })
  try {
    yield* answersOf(call, options)
    await sending
  } catch (thrown) {
    // What the caller's own iterable threw says more than the cancellation that followed.
    throw wrong ? wrong.thrown : thrown
  }
}

/** Sends as fast as the service takes it in, and waits for the one answer, which may come early. */
async function answerTo(
  client: Client,
  { path, requestSerialize, responseDeserialize }: Method,
  requests: AsyncIterable<Message> | Iterable<Message>,
  options: CallOptions,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const how = grpcOptions(options, Number.POSITIVE_INFINITY)
  const call = client.makeClientStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    new Metadata(),
    how,
    (problem, answer) => (problem ? reject(errorOf(problem)) : resolve(answer)),
  )
  const release = cancelledBy(call, options.signal)
  const sending = send(requests, call).catch((thrown: unknown) => {
    // What the caller's own iterable threw says more than the cancellation that follows.
    reject(thrown)
    call.cancel()
  })
  try {
    return await promise
  } finally {
    release()
    await sending
  }
}

async function send(
  requests: AsyncIterable<Message> | Iterable<Message>,
  call: ClientWritableStream<unknown>,
): Promise<void> {
  let over = false
  const ended = new Promise<void>((resolve) => {
    call.once('status', () => {
      over = true
      resolve()
    })
  })
  for await (const request of requests) {
    if (over) return
    if (call.write(identified(request))) continue
    await Promise.race([new Promise((resolve) => call.once('drain', resolve)), ended])
  }
  call.end()
}

function isServiceError(thrown: unknown): thrown is ServiceError {
  return (
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number' && 'metadata' in thrown
  )
}
