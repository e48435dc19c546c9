import type {
  DryRunScheduleResponseInput,
  ScheduleFindingInput,
  ScheduleStateInput,
  ServiceItemInput,
} from '@licencevault/api'
import type {
  DryRunExample,
  DryRunRow,
  FoundItem,
  ScheduleFinding,
  ScheduleState,
} from '@licencevault/archive'
import { type JsonValue, parseIJson } from '@licencevault/licence'
import { jsonOf } from './catalogue.ts'

/** A table of a whole city is some 2 MB and 150,000 values; how long a message may be is another limit. */
const tableLimits = { bytes: 32 * 1024 * 1024, values: 4_000_000 }

/** Its shape is checked by the archive. */
export function archiveJsonFrom(json: string): JsonValue {
  return parseIJson(Buffer.from(json, 'utf8'), tableLimits)
}

export function itemTo({ item, retiredOn }: FoundItem): ServiceItemInput {
  return {
    code: item.code,
    version: item.version,
    name: { en: item.nameEn, zh: item.name },
    type: item.type,
    authority: item.authority.code,
    retiredOn: retiredOn ?? '',
    definitionJson: jsonOf(item),
  }
}

export function scheduleStateTo(schedule: ScheduleState): ScheduleStateInput {
  const { number, state, title, items, digest, effectiveFrom } = schedule
  return { number, state, title, items, digest, effectiveFrom: effectiveFrom ?? '' }
}

export const scheduleFindingTo = (finding: ScheduleFinding): ScheduleFindingInput => finding

export function dryRunTo({ changes, dates, examples, ...same }: DryRunRow): DryRunScheduleResponseInput {
  return { ...same, ...dates, changes: [...changes], examples: examples.map(exampleTo) }
}

const exampleTo = ({ dueBefore, dueAfter, ...same }: DryRunExample) => ({
  ...same,
  dueBefore: dueBefore ?? '',
  dueAfter: dueAfter ?? '',
})
