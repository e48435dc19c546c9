import type { MethodsOf, services, Word } from '@licencevault/api'
import type { Caller as ArchiveCaller } from '@licencevault/archive'
import type { Caller as VaultCaller } from '@licencevault/vault'

type Methods = { readonly [W in Word]: MethodsOf<(typeof services)[W]> }

/** A method by word and name, such as `issue.Fetch`. */
export type MethodName = { [W in Word]: `${W}.${keyof Methods[W] & string}` }[Word]

/** Whoever calls: with a role in the vault, in the archive, or, the operator, in both. */
export type Caller = VaultCaller | ArchiveCaller

export type Role = Caller['role']

/** How far a caller's permission reaches: any authority's licences, or those of its own alone. */
export type Reach = 'any' | 'own'

/** What a handler knows about the call it answers. */
export interface Call<C extends Caller = Caller> {
  readonly caller: C
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

type Unary<In, Out, C extends Caller> = (request: In, call: Call<C>) => Promise<Out>
type Outgoing<In, Out, C extends Caller> = (request: In, call: Call<C>) => AsyncIterable<Out>
type Exchange<In, Out, C extends Caller> = (requests: AsyncIterable<In>, call: Call<C>) => AsyncIterable<Out>
type Intake<In, Out, C extends Caller> = (requests: AsyncIterable<In>, call: Call<C>) => Promise<Out>

/** The methods that answer with a stream, the one that takes one in too, and those that only take one in. */
type Streams = 'Fetch' | 'Entries' | 'WriteSchedule' | 'DryRunSchedule' | CaseStreams
type CaseStreams = 'FetchCaseFile' | 'ValidateCase' | 'Use'
type Exchanges = 'IssueMany'
type Intakes = 'FileCase' | 'ReadSchedule'

/** Whom a room knows: the table of permissions lets nobody else in. */
type CallerOf<W extends Word> = W extends 'archive' ? ArchiveCaller : VaultCaller

type HandlerOf<Name, Method, C extends Caller> = Method extends {
  readonly requestDeserialize: (bytes: Buffer) => infer In
  readonly responseSerialize: (value: infer Out) => Buffer
}
  ? Name extends Exchanges
    ? Exchange<In, Out, C>
    : Name extends Intakes
      ? Intake<In, Out, C>
      : Name extends Streams
        ? Outgoing<In, Out, C>
        : Unary<In, Out, C>
  : never

/** What one room must answer: a function for each method of its service. */
export type HandlersOf<W extends Word> = {
  readonly [M in keyof Methods[W] & string]: HandlerOf<M, Methods[W][M], CallerOf<W>>
}

/** Every room. */
export type Handlers = { readonly [W in Word]: HandlersOf<W> }
