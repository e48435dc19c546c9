import { randomUUID } from 'node:crypto'
import { type Problem, problemOf, type Violation } from '@licencevault/api'
import { VaultError } from '@licencevault/errors'
import type { MethodName } from './call.ts'
import { error } from './codes.ts'
import { statuses } from './statuses.ts'

/** What a call ends with, and what the log may say about it. */
export interface Reply {
  readonly problem: Problem
  /** Only for faults: where it happened, without any message, since a message may quote data. */
  readonly trace?: readonly string[]
}

/** The field of a request that the paths in its errors begin from; `order` where nothing else is said. */
const roots: { readonly [M in MethodName]?: string } = {
  'archive.DefineItems': 'definitions_json',
  'archive.ReviseItems': 'definitions_json',
  'archive.ProposeSchedule': 'schedule_json',
  'archive.DryRunSchedule': 'schedule_json',
  'archive.FileCase': 'head.case_json',
  'archive.FindDue': 'query',
  'archive.CountDue': 'query',
  'archive.FindUndated': 'query',
  'archive.CountUndated': 'query',
  'archive.PlaceHold': '',
  'archive.Use': '',
}

/** Turns whatever was thrown into what the caller of a method is told. */
export function replyTo(thrown: unknown, method?: MethodName): Reply {
  const known = vaultErrorIn(thrown)
  if (known) {
    const status = statuses[known.code]
    return {
      problem: problemOf(known, {
        ...(status && { status }),
        violations: violationsOf(known, (method && roots[method]) ?? 'order'),
      }),
    }
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

/** The fields to blame, as far as an error names them by `path` or as `findings`: a place and a word code each. */
function violationsOf({ code, details }: VaultError, root: string): readonly Violation[] {
  if (typeof details.findings === 'string') {
    return details.findings.split('; ').flatMap((finding) => {
      const [, path, description] = /^((?:\/.*)?) ([a-z]+(?:-[a-z]+)+)$/s.exec(finding) ?? []
      return path === undefined || description === undefined
        ? []
        : [{ field: fieldOf(root, path), description }]
    })
  }
  return typeof details.path === 'string' ? [{ field: fieldOf(root, details.path), description: code }] : []
}

/** `/holders/0/code` as `order.holders[0].code`; a path of the message itself stands as it is. */
function fieldOf(root: string, path: string): string {
  if (!path.startsWith('/')) return path
  const steps = path
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
  return `${root}${steps.join('')}`.replace(/^\./, '')
}

/** The frames of an error and of what caused it: names and places, no sentences. */
function traceOf(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 4) return [typeof thrown]
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : ''
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = thrown.cause === undefined ? [] : ['cause:', ...traceOf(thrown.cause, depth + 1)]
  return [`${thrown.name}${code}`, ...frames.slice(0, 12).map((line) => line.trim()), ...cause]
}
