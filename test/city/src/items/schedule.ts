import {
  defineSchedule,
  type ItemSchedule,
  type MaterialRule,
  type Schedule,
  type Sharing,
} from '@licencevault/archive'
import type { CityItem } from './service-items.ts'
import { serviceItems } from './service-items.ts'

/** 归档范围、保管期限和共享利用条件表: complete for every one of the city's items. */
export function citySchedule(): Schedule {
  made ??= defineSchedule({
    format: 'licencevault.schedule/1',
    title: '云汀市政务服务事项归档范围和保管期限表（第一版）',
    items: serviceItems().map(scheduleOf),
  })
  return made
}

let made: Schedule | undefined

const classes = { permit: 'XK', confirmation: 'QR', payment: 'JF', other: 'QT' } as const

const internal: Sharing = {
  scope: 'internal',
  purposes: ['approval', 'enforcement', 'judicial', 'audit', 'holder'],
  forms: ['list', 'extract', 'copy'],
  consent: 'none',
  until: null,
}
/** What belongs to people is theirs to show. */
const personal: Sharing = {
  ...internal,
  scope: 'on-application',
  purposes: ['judicial', 'holder'],
  consent: 'holder',
}
/** How an office came to its decision. */
const deliberation: Sharing = {
  ...internal,
  purposes: ['judicial', 'audit'],
  forms: ['list', 'extract'],
  consent: 'office',
}
const decisions: Sharing = {
  ...internal,
  scope: 'public',
  purposes: ['approval', 'enforcement', 'holder', 'research'],
  forms: ['list', 'extract', 'copy', 'certified-copy'],
}

function scheduleOf({ item, line }: CityItem): ItemSchedule {
  const typeClass = classes[line.type as keyof typeof classes]
  const ends = line.about !== undefined && line.about.type.validity.kind !== 'indefinite'
  const works = line.about?.type.name === '城市道路占用挖掘许可'
  const start = works
    ? ({ start: 'EVENT', event: 'works-completed' } as const)
    : ({
        start:
          ends && line.act === 'issue' && line.retention === 'D30' ? 'LICENCE_END' : 'NEXT_JAN_1_AFTER_CLOSE',
      } as const)
  return {
    item: item.code,
    itemVersion: item.version,
    class: typeClass,
    retention: line.retention,
    ...start,
    sharing: internal,
    materials: item.materials.map((material) => ruleOf(material, line.retention)),
  }
}

function ruleOf(
  { code, category, origin, situations, licenceTypes }: CityItem['item']['materials'][number],
  retention: string,
): MaterialRule {
  if (category === 'process') {
    if (code === 'P02')
      return { material: code, filing: 'required', situations: { '02': 'optional' }, sharing: deliberation }
    return { material: code, filing: 'required', ...(code === 'P04' && { situations: { '02': 'optional' } }) }
  }
  if (category === 'result') {
    const refused: MaterialRule = { material: code, filing: 'optional', situations: { '03': 'required' } }
    return code === 'R01'
      ? { material: code, filing: 'required', situations: { '03': 'not-filed' }, sharing: decisions }
      : refused
  }
  // A licence is kept where it was issued; the case keeps that it was looked at.
  if (licenceTypes) return { material: code, filing: 'optional' }
  if (origin === 'government') return { material: code, filing: 'optional', sharing: personal }
  if (situations)
    return { material: code, filing: 'not-filed', situations: { '01': 'required' }, sharing: personal }
  const shorter =
    retention === 'Y' && code !== 'A01' ? { retention: 'D30', start: 'NEXT_JAN_1_AFTER_CLOSE' as const } : {}
  return { material: code, filing: 'required', ...shorter }
}
