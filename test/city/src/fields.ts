import { addDays, addMonths } from '@licencevault/licence'
import { date, type Field, text, whole } from './field.ts'
import { type FirmForm, firmName } from './samples/firms.ts'
import { nameOf } from './samples/people.ts'
import { premisesIn } from './samples/places.ts'

/** Fields that several types share. */

export const representative = text('法定代表人', 'Legal representative', 60, (s) => s.firm.representative)
export const principal = text('主要负责人', 'Principal', 60, (s) => s.firm.representative)
export const site = (title: string, titleEn: string): Field =>
  text(title, titleEn, 200, (s) => s.firm.address)
export const home = (title: string, titleEn: string): Field => text(title, titleEn, 200, (s) => s.person.home)
export const anyone = (title: string, titleEn: string): Field => text(title, titleEn, 60, (_, r) => nameOf(r))
/** Another organisation, named only. */
export const firm = (title: string, titleEn: string, of: FirmForm): Field =>
  text(title, titleEn, 200, (_, r) => firmName(r, of))
/** Another address than the holder's. */
export const elsewhere = (title: string, titleEn: string): Field =>
  text(title, titleEn, 200, (s, r) => premisesIn(r, s.area))

export const sex: Field = {
  schema: { type: 'string', title: '性别', titleEn: 'Sex', enum: ['男', '女'] },
  sample: (s) => s.person.sex,
}
export const ethnicity = text('民族', 'Ethnicity', 20, (s) => s.person.ethnicity)
export const born = date('出生日期', 'Date of birth', (s) => s.person.born)

export const businessScope = (title: string, titleEn: string): Field =>
  text(title, titleEn, 2_000, (s) => s.firm.scope)

export const projectName = text('项目名称', 'Project', 200, (s) => s.project.name)
/** 项目代码 of the national investment platform, 4-6-2-2-6. */
export const projectCode: Field = {
  schema: {
    type: 'string',
    title: '项目代码',
    titleEn: 'Project code',
    pattern: '^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$',
  },
  sample: (s) => s.project.code,
}
export const projectSite = (title: string, titleEn: string): Field =>
  text(title, titleEn, 300, (s) => s.project.site)
export const projectContent = text('建设内容及规模', 'Works', 2_000, (s) => s.project.content)
export const project = (title: string, titleEn: string): Field =>
  text(title, titleEn, 200, (s) => s.project.name)

/** A day up to `days` before the order. */
export const daysBefore = (title: string, titleEn: string, days: number): Field =>
  date(title, titleEn, (s, r) => addDays(s.on, -r.between(1, days)))
/** A day up to `days` after the order. */
export const daysAfter = (title: string, titleEn: string, days: number): Field =>
  date(title, titleEn, (s, r) => addDays(s.on, r.between(1, days)))
export const yearsAfter = (title: string, titleEn: string, n: number): Field =>
  date(title, titleEn, (s) => addMonths(s.on, 12 * n))

/** Numbered sentences of an official letter, three or more of those given. */
export const terms = (title: string, titleEn: string, sentences: readonly string[]): Field =>
  text(title, titleEn, 2_000, (_, r) =>
    r
      .some(sentences, r.between(3, sentences.length))
      .map((sentence, i) => `${ordinals.charAt(i)}、${sentence}`)
      .join(''),
  )
const ordinals = '一二三四五六七八九十'

export const storeys = whole('层数', 'Storeys', 1, 60)
