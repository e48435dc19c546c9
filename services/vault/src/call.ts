import type { MethodsOf, services, Word } from '@licencevault/api'
import type { Caller } from '@licencevault/vault'

type Methods = { readonly [W in Word]: MethodsOf<(typeof services)[W]> }

/** A method by word and name, such as `issue.Fetch`. */
export type MethodName = { [W in Word]: `${W}.${keyof Methods[W] & string}` }[Word]

/** How far a caller's permission reaches: any authority's licences, or those of its own alone. */
export type Reach = 'any' | 'own'

/** What a handler knows about the call it answers. */
export interface Call {
  readonly caller: Caller
  readonly reach: Reach
  /** Fires when the caller has left or time is up; handed down to whatever waits. */
  readonly signal: AbortSignal
  /** Fires when the service is being stopped: an endless stream ends then. */
  readonly stopping: AbortSignal
  /**
   * Whether this caller may ask this of this method, by the authority and type that the request names.
   * Asked for every request before the handler sees it; a handler asks for each item of a stream.
   *
   * @throws VaultError `authority-not-yours`, `type-not-granted`
   */
  permit(request: object): void
}

type Unary<In, Out> = (request: In, call: Call) => Promise<Out>
type Outgoing<In, Out> = (request: In, call: Call) => AsyncIterable<Out>
type Exchange<In, Out> = (requests: AsyncIterable<In>, call: Call) => AsyncIterable<Out>

/** The methods that answer with a stream, and the one that takes one in too. */
type Streams = 'Fetch' | 'Entries'
type Exchanges = 'IssueMany'

type HandlerOf<Name, Method> = Method extends {
  readonly requestDeserialize: (bytes: Buffer) => infer In
  readonly responseSerialize: (value: infer Out) => Buffer
}
  ? Name extends Exchanges
    ? Exchange<In, Out>
    : Name extends Streams
      ? Outgoing<In, Out>
      : Unary<In, Out>
  : never

/** What one room must answer: a function for each method of its service. */
export type HandlersOf<W extends Word> = {
  readonly [M in keyof Methods[W] & string]: HandlerOf<M, Methods[W][M]>
}

/** Every room. */
export type Handlers = { readonly [W in Word]: HandlersOf<W> }
