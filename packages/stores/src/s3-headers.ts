import type { IncomingHttpHeaders } from 'node:http'
import type { BlobInfo, PutOptions, Retention } from './blobs.ts'
import { error } from './codes.ts'

/** Under this name each put leaves a mark of its own, by which it knows its blob again. */
export const MARK = 'x-amz-meta-put'

export function lockHeaders({ retention, legalHold }: PutOptions): Record<string, string | undefined> {
  return {
    'x-amz-object-lock-mode': retention?.mode,
    'x-amz-object-lock-retain-until-date': retention?.until.toISOString(),
    'x-amz-object-lock-legal-hold': legalHold ? 'ON' : undefined,
  }
}

/** What the headers of an answer say of the blob. */
export function infoIn(key: string, headers: IncomingHttpHeaders): BlobInfo {
  const version = textOf(headers['x-amz-version-id'])
  const retention = retentionIn(headers)
  const legalHold = textOf(headers['x-amz-object-lock-legal-hold'])
  return {
    key,
    size: sizeIn(key, headers),
    modifiedAt: dateIn(headers),
    ...(version === undefined || version === 'null' ? {} : { version }),
    ...(retention ? { retention } : {}),
    ...(legalHold === undefined ? {} : { legalHold: legalHold === 'ON' }),
  }
}

/** Of the whole blob, though the answer may carry a range of it. */
function sizeIn(key: string, headers: IncomingHttpHeaders): number {
  const [, total] = /^bytes \d+-\d+\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  const size = Number(total ?? headers['content-length'] ?? Number.NaN)
  if (!Number.isSafeInteger(size) || size < 0) throw error('store-garbled', { found: `no size for ${key}` })
  return size
}

/** Some servers leave Last-Modified out of some answers. */
export function dateIn(headers: IncomingHttpHeaders): Date {
  const date = new Date(headers['last-modified'] ?? headers.date ?? Number.NaN)
  if (Number.isNaN(date.getTime())) throw error('store-garbled', { found: 'no date' })
  return date
}

function retentionIn(headers: IncomingHttpHeaders): Retention | undefined {
  return retentionOf(
    textOf(headers['x-amz-object-lock-mode']),
    textOf(headers['x-amz-object-lock-retain-until-date']),
  )
}

export function retentionOf(mode: string | undefined, date: string | undefined): Retention | undefined {
  const until = new Date(date ?? Number.NaN)
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(until.getTime())) return undefined
  return { mode, until }
}

export function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'object' ? header[0] : header
}
