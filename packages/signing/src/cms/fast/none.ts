import type { Check } from '../../report.ts'
import type { Work } from '../../work.ts'
import type { CmsReport, VerifyCmsOptions } from '../report.ts'

/** Where signatures can only be checked by a promise, every message takes the general path. */
export function judgeKnown(_cms: Uint8Array, _options: VerifyCmsOptions, _work: Work): CmsReport | undefined {
  return undefined
}

export function remember(_cms: Uint8Array, _options: VerifyCmsOptions, report: CmsReport): CmsReport {
  return report
}

export function judgeKnownEnvelope(_report: CmsReport, judge: () => Check): Check {
  return judge()
}
