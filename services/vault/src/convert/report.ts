import {
  type Face as FaceMessage,
  type FactsInput,
  fieldsOf,
  type ReportedStatusInput,
  type ReportInput,
} from '@licencevault/api'
import type { HolderCodeType } from '@licencevault/licence'
import type { Face, Report } from '@licencevault/vault'
import { jsonOf } from './catalogue.ts'
import { answerTo, outcomeTo, stateTo } from './enums.ts'
import { said } from './licence.ts'
import { fieldsFrom } from './order.ts'

export function reportTo(report: Report): ReportInput {
  const { genuine, inForce, status, checks, licence, summary, remedy, ...same } = report
  return {
    ...same,
    genuine: answerTo(genuine),
    inForce: answerTo(inForce),
    ...(status ? { status: statusTo(status) } : {}),
    summary,
    remedy,
    checks: checks.map(checkTo),
    ...(licence ? { licence: factsTo(licence) } : {}),
  }
}

function statusTo({ state, recorded, ...same }: NonNullable<Report['status']>): ReportedStatusInput {
  return { ...same, state: stateTo(state), recorded: stateTo(recorded) }
}

function checkTo({ name, outcome, reason, sentence, remedy, evidence }: Report['checks'][number]) {
  return {
    name,
    outcome: outcomeTo(outcome),
    ...(reason !== undefined && { reason }),
    sentence,
    ...(remedy !== undefined && { remedy }),
    evidenceJson: jsonOf(evidence),
  }
}

function factsTo(licence: NonNullable<Report['licence']>): FactsInput {
  const { type, holders, fields, validity, ...same } = licence
  return {
    ...same,
    ...(type ? { type: { code: type.code, version: type.version }, typeName: type.name } : {}),
    ...(holders ? { holders: [...holders] } : {}),
    ...(fields ? { fields: fieldsOf(fields) } : {}),
    ...(validity
      ? { validity: { from: validity.from, ...(validity.until === null ? {} : { until: validity.until }) } }
      : {}),
  }
}

/** What somebody read off the face; what was left empty is not compared. */
export function faceFrom(message: FaceMessage | null): Face | undefined {
  if (!message) return undefined
  const { number, holders, fields, validity } = message
  return {
    ...said('number', number),
    ...(holders.length > 0
      ? {
          holders: holders.map(({ name, code, codeType }) => ({
            ...said('name', name),
            ...said('code', code),
            ...(codeType ? { codeType: codeType as HolderCodeType } : {}),
          })),
        }
      : {}),
    ...(Object.keys(fields).length > 0 ? { fields: fieldsFrom(fields, 'face.fields') } : {}),
    ...(validity
      ? {
          validity: {
            ...said('from', validity.from),
            ...(validity.indefinite ? { until: null } : said('until', validity.until)),
          },
        }
      : {}),
  }
}
