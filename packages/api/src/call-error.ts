import { type Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { type Kind, VaultError } from '@licencevault/errors'
import { error } from './codes.ts'
import { DETAILS_KEY, type Problem, readProblem, statusOfKind, type Violation } from './problem.ts'

/** What the service says when it says no: the same code, sentence and remedy as inside of it. */
export class CallError extends VaultError {
  /** gRPC status code. */
  readonly status: number
  /** The fields of the request that are to blame. */
  readonly violations: readonly Violation[]

  constructor({ status, code, sentence, remedy, details, violations }: Problem, cause?: unknown) {
    super(code, { kind: kindOfStatus(status), sentence, remedy }, details, { cause })
    this.status = status
    this.violations = violations
  }
}

const kinds = new Map(Object.entries(statusOfKind).map(([kind, code]) => [code, kind as Kind]))

/** Beside the six: UNAUTHENTICATED is denied, DATA_LOSS a conflict, anything else not to be had now. */
function kindOfStatus(code: number): Kind {
  if (code === status.UNAUTHENTICATED) return 'denied'
  if (code === status.DATA_LOSS) return 'conflict'
  return kinds.get(code) ?? 'unavailable'
}

/** Reads what a call ended with. */
export function errorOf(thrown: ServiceError): VaultError {
  const problem = detailsOf(thrown.metadata)
  if (problem) return new CallError(problem, thrown)
  const why = thrown.details
  switch (thrown.code) {
    case status.UNAVAILABLE:
      return error('service-unreachable', { why }, { cause: thrown })
    case status.DEADLINE_EXCEEDED:
      return error('deadline-passed', {}, { cause: thrown })
    case status.CANCELLED:
      return error('call-cancelled', {}, { cause: thrown })
    case status.RESOURCE_EXHAUSTED:
      return error('service-limit', { why }, { cause: thrown })
    default:
      return error('service-answer-unknown', { status: thrown.code, why }, { cause: thrown })
  }
}

function detailsOf(metadata: Metadata | undefined): Problem | undefined {
  const [bytes] = metadata?.get(DETAILS_KEY) ?? []
  return bytes instanceof Uint8Array ? readProblem(bytes) : undefined
}
