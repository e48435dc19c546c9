import { canonicalise } from '@licencevault/licence'
import type { AppliedSchedule } from '../cases/case-facts.ts'
import type { FiledCase } from '../cases/register-case.ts'
import type { FilingFacts, InspectedFile } from '../checks/facts.ts'
import { readBack } from '../checks/read-back.ts'
import { checkProperties, type PropertyCheck } from '../checks/run.ts'
import type { FormatName } from '../formats/formats.ts'
import type { ServiceItem } from '../items/item.ts'
import { type CaseRecord, recordJson, recordXml } from '../metadata/record.ts'
import { type Bag, type BagParts, coveredTags, makeBag } from '../package/bag.ts'
import { type ArchivalNumber, readArchivalNumber, writeArchivalNumber } from './archival-number.ts'
import { arrange } from './arrange.ts'
import type { CaseOrder } from './case-order.ts'
import { allowedUntil } from './exceptions.ts'
import type { NumberedSet } from './numbered-set.ts'
import type { ScopeAnswer } from './scope.ts'
import type { SpooledFile } from './spool.ts'

/** What is known of a case by itself. */
export interface Examined {
  readonly order: CaseOrder
  readonly item: ServiceItem
  readonly schedule: AppliedSchedule
  readonly scope: ScopeAnswer
  readonly files: readonly SpooledFile[]
  readonly inspected: readonly InspectedFile[]
  readonly filedOn: string
  readonly scanner: string | undefined
  readonly acceptedFormats: readonly FormatName[]
}

/** What is known before a case gets its number. */
export interface Dossier extends Examined {
  /** What the case is of: the set in which it is numbered, unless it has its number. */
  readonly set: NumberedSet
}

/** What the numbering says inside the transaction. */
export interface Placing {
  readonly caseId: string
  readonly number: number
  /** For a correction: the number as it was given once, which it keeps whatever the case turns out to be of. */
  readonly archivalNumber?: string
}

/** What the register says of the numbers of a case. */
export type Registered = Pick<FilingFacts, 'held' | 'beside'>

export const FILING_FORMAT = 'licencevault.filing/1'

/** How a case came in: `metadata/filing.json` of its package, from which the rows of its filing come back. */
export interface FilingNote {
  readonly format: typeof FILING_FORMAT
  readonly application: string
  readonly request: string
  /** SHA-256 of what was asked for: the same case again is the same act. */
  readonly order: string
  /** Why it corrects the package before; `null` for the first. */
  readonly correction: string | null
  /** Days of events that start a term, by their words. */
  readonly events: Readonly<Record<string, string>>
  /** Microseconds since 1970 UTC. */
  readonly begunUs: number
}

/** A case made ready: everything that its package is made from but the files. Survives JSON unchanged. */
export interface Prepared {
  readonly caseId: string
  readonly record: CaseRecord
  readonly checks: readonly PropertyCheck[]
  readonly schedule: AppliedSchedule
  readonly filing: FilingNote
  readonly filed: Omit<FiledCase, 'package_digest' | 'package_size'>
  readonly commitment: string
  /** Last day on which the city allows it to be filed. */
  readonly allowedUntil: string
}

/** What stays of it in the row of a filing that is over. */
export interface FiledBefore extends Pick<Prepared, 'commitment'> {
  readonly filed: Pick<Prepared['filed'], 'archival_number'>
}

/** A case made ready together with the bag that its commitment is of. */
export interface Made {
  readonly prepared: Prepared
  readonly bag: Bag
}

/** Makes a case ready: arranged, counted, described, checked, and committed to by one digest. Pure. */
export function prepare(
  dossier: Dossier,
  placing: Placing,
  registered: Registered,
  filing: FilingNote,
): Made {
  const { order, item, schedule, set, files, inspected } = dossier
  const given = numberOf(dossier, placing)
  const numbered = { ...set, number: given.number, archivalNumber: writeArchivalNumber(given) }
  const materials = new Map(item.materials.map((material) => [material.code, material]))
  const arranged = arrange(files, materials, new Map(inspected.map((file) => [file.sentAs, file])))
  const record: CaseRecord = {
    format: 'licencevault.record/1',
    elements: elementsOf(dossier, placing, numbered),
    applicants: order.applicants,
    situations: order.situations,
    licences: order.licences,
    steps: order.steps,
    files: arranged.map(({ entry }) => entry),
  }
  const written = { json: recordJson(record), xml: recordXml(record) }
  const unchecked = { caseId: placing.caseId, record, schedule, filing }
  const facts = { ...registered, given: placing.archivalNumber }
  const tags = new Map(coveredTags(bagPartsOf(unchecked, files, written)))
  const checks = checkProperties(factsOf(dossier, facts, record, readBack(tags)))
  const parts = { ...unchecked, checks }
  const bag = bagOf(parts, files, written)
  const prepared = {
    ...parts,
    allowedUntil: allowedUntil(order, item),
    commitment: bag.commitment,
    filed: filedOf(record, schedule, order.events),
  }
  return { prepared, bag }
}

/** The archival number of a case: as it was given once, or as it is given now. */
export function numberOf({ set }: Pick<Dossier, 'set'>, { number, archivalNumber }: Placing): ArchivalNumber {
  const kept = archivalNumber === undefined ? undefined : readArchivalNumber(archivalNumber)
  return kept ?? { ...set, number }
}

/** What the register has of a case that its record describes. */
export function filedOf(
  { elements, situations, licences, files }: CaseRecord,
  schedule: AppliedSchedule,
  events: FilingNote['events'],
): Prepared['filed'] {
  return {
    case_id: String(elements.recordNumber),
    fonds: String(elements.fonds),
    item: String(elements.itemCode),
    item_version: Number(elements.itemVersion),
    office: String(elements.office),
    case_number: String(elements.caseNumber),
    archival_number: String(elements.archivalNumber),
    title: String(elements.title),
    outcome: elements.outcome as CaseOrder['outcome'],
    situations,
    accepted_on: elements.acceptedOn === undefined ? null : String(elements.acceptedOn),
    closed_on: String(elements.closedOn),
    filed_on: String(elements.filedOn),
    schedule: schedule.number,
    licences: licences.map((identifier) => ({ identifier })),
    events,
    files: files.map(({ number, material, path, title, size, sha256, media }) => ({
      number,
      material,
      path,
      title,
      size,
      sha256,
      format: media,
    })),
  }
}

/** What the bag of a case is made from, once it is checked. */
type Described = Pick<Prepared, 'caseId' | 'record' | 'schedule' | 'filing'>

/** The bag of a prepared case, with its files as they were received. The same each time. */
export function bagOf(
  described: Described & Pick<Prepared, 'checks'>,
  files: readonly SpooledFile[],
  written?: Written,
): Bag {
  const parts = bagPartsOf(described, files, written)
  const tags = { ...parts.tags, 'metadata/checks.json': canonicalise(described.checks) }
  return makeBag({ ...parts, tags })
}

interface Written {
  readonly json: Uint8Array
  readonly xml: Uint8Array
}

function bagPartsOf(
  { caseId, record, schedule, filing }: Described,
  files: readonly SpooledFile[],
  written: Written = { json: recordJson(record), xml: recordXml(record) },
): BagParts {
  const received = new Map(files.map((file) => [file.announced.path, file]))
  const { elements } = record
  return {
    name: caseId,
    date: String(elements.filedOn),
    about: [
      ['Source-Organization', String(elements.creator)],
      ['External-Identifier', String(elements.archivalNumber)],
      ['External-Description', String(elements.title)],
      ['Bagging-Date', String(elements.filedOn)],
    ],
    tags: {
      'metadata/record.json': written.json,
      'metadata/record.xml': written.xml,
      'metadata/schedule.json': canonicalise({ ...schedule }),
      'metadata/filing.json': canonicalise(filing),
    },
    files: record.files.map(({ path, sentAs, size, sha256, sm3 }) => {
      const file = received.get(sentAs)
      return {
        ...{ path, size, sha256, sm3 },
        ...(file && typeof file.held !== 'string' && { bytes: file.held }),
        open: () => file?.open() ?? nothing(),
      }
    }),
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

function elementsOf(
  { order, item, schedule, filedOn }: Dossier,
  { caseId }: Placing,
  numbered: ArchivalNumber & { readonly archivalNumber: string },
): CaseRecord['elements'] {
  return {
    aggregation: '件',
    fondsName: order.fonds.name,
    creator: order.fonds.name,
    recordNumber: caseId,
    ...numbered,
    office: order.office.code,
    title: order.title,
    caseNumber: order.caseNumber,
    responsible: order.office.name,
    date: order.closedOn,
    fileCount: order.files.length,
    language: 'zh-CN',
    itemCode: item.code,
    itemVersion: item.version,
    itemName: item.name,
    outcome: order.outcome,
    ...(order.acceptedOn !== null && { acceptedOn: order.acceptedOn }),
    closedOn: order.closedOn,
    filedOn,
    schedule: schedule.number,
    scheduleFrom: schedule.effectiveFrom,
  }
}

function factsOf(
  dossier: Dossier,
  registered: Registered & Pick<FilingFacts, 'given'>,
  record: CaseRecord,
  written: FilingFacts['written'],
): FilingFacts {
  const { order, inspected, scope, scanner, acceptedFormats } = dossier
  return {
    record,
    written,
    announced: order.files,
    files: inspected,
    scope: {
      missing: scope.missing.map(({ code, name }) => `${code} ${name}`),
      outside: scope.outside.map(({ path }) => path),
    },
    ...registered,
    ...(scanner !== undefined && { scanner }),
    acceptedFormats,
  }
}
