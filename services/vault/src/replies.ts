import { randomUUID } from 'node:crypto'
import { type Problem, problemOf, type Violation } from '@licencevault/api'
import { VaultError } from '@licencevault/errors'
import { error } from './codes.ts'

/** What a call ends with, and what the log may say about it. */
export interface Reply {
  readonly problem: Problem
  /** Only for faults: where it happened, without any message, since a message may quote data. */
  readonly trace?: readonly string[]
}

/** gRPC status of the few codes that their kind alone does not tell. */
const statuses: Readonly<Record<string, number>> = {
  'client-certificate-missing': 16, // UNAUTHENTICATED
  'client-certificate-revoked': 16,
  'client-certificate-wrong': 16,
  'row-altered': 15, // DATA_LOSS
  'call-ended': 1, // CANCELLED
  'call-too-long': 4, // DEADLINE_EXCEEDED
  'service-fault': 13, // INTERNAL
}

/** Turns whatever was thrown into what the caller is told. */
export function replyTo(thrown: unknown): Reply {
  const known = vaultErrorIn(thrown)
  if (known) {
    const status = statuses[known.code]
    return { problem: problemOf(known, { ...(status && { status }), violations: violationsOf(known) }) }
  }
  const incident = randomUUID()
  const fault = error('service-fault', { incident })
  return { problem: problemOf(fault, { status: statuses['service-fault'] ?? 13 }), trace: traceOf(thrown) }
}

/** Aborting gives the reason of the signal, or wraps it. */
function vaultErrorIn(thrown: unknown): VaultError | undefined {
  if (thrown instanceof VaultError) return thrown
  const isAbort = thrown instanceof Error && (thrown.name === 'AbortError' || thrown.name === 'TimeoutError')
  return isAbort ? error('call-ended') : undefined
}

/** The fields to blame, as far as an error names them by `path` or as `findings`. */
function violationsOf({ code, details }: VaultError): readonly Violation[] {
  if (typeof details.findings === 'string') {
    return details.findings.split('; ').map((finding) => {
      const cut = finding.lastIndexOf(' ')
      return { field: fieldOf(finding.slice(0, cut)), description: finding.slice(cut + 1) }
    })
  }
  return typeof details.path === 'string' ? [{ field: fieldOf(details.path), description: code }] : []
}

/** `/holders/0/code` as `order.holders[0].code`; a path of the message itself stands as it is. */
function fieldOf(path: string): string {
  if (!path.startsWith('/')) return path
  return path
    .slice(1)
    .split('/')
    .reduce((field, step) => (/^\d+$/.test(step) ? `${field}[${step}]` : `${field}.${step}`), 'order')
}

/** The frames of an error and of what caused it: names and places, no sentences. */
function traceOf(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 4) return [typeof thrown]
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : ''
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = thrown.cause === undefined ? [] : ['cause:', ...traceOf(thrown.cause, depth + 1)]
  return [`${thrown.name}${code}`, ...frames.slice(0, 12).map((line) => line.trim()), ...cause]
}
