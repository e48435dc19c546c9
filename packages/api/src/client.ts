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
  const release = cancelledBy(call, signal)
  try {
    for await (const answer of call) yield answer
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

/** Sends until there is no more, or until the call has ended: a source that still waits then is told to leave. */
async function send(
  requests: AsyncIterable<Message> | Iterable<Message>,
  call: ClientWritableStream<unknown>,
): Promise<void> {
  const untilEnd = endOf(call)
  const source = iteratorOf(requests)
  let more = true
  try {
    for (;;) {
      const next = await untilEnd(Promise.resolve(source.next()))
      if (next === undefined) return
      if (next.done) break
      if (call.write(identified(next.value))) continue
      await untilEnd(new Promise((resolve) => call.once('drain', resolve)))
    }
    more = false
    call.end()
  } finally {
    if (more) void leave(source)
  }
}

/** Not waited for: a source that still waits for its next leaves when that comes, if it cannot do so at once. */
async function leave(source: AsyncIterator<Message> | Iterator<Message>): Promise<void> {
  try {
    await source.return?.()
  } catch {
    // Whatever it was about to give is nobody's any more, and so is what it throws now.
  }
}

/** Waits for some work, but no longer than a call lasts: `undefined` once that has ended. */
function endOf(call: ClientWritableStream<unknown>): <T>(work: Promise<T>) => Promise<T | undefined> {
  let over = false
  // One listener for all of it: a promise of the end would keep every work that was ever held against it.
  let wake = () => {}
  call.once('status', () => {
    over = true
    wake()
  })
  return (work) =>
    new Promise((resolve, reject) => {
      wake = () => resolve(undefined)
      work.then((value) => resolve(over ? undefined : value), reject)
      if (over) wake()
    })
}

function iteratorOf<T>(source: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
}

function isServiceError(thrown: unknown): thrown is ServiceError {
  return (
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'number' && 'metadata' in thrown
  )
}
