import type {
  FindUsesRequest,
  UseAnswerInput,
  UsedFileInput,
  UseRecordInput,
  UseRequest,
} from '@licencevault/api'
import type {
  CopyCertificate,
  UseAnswer,
  UsedFile,
  UseOrder,
  UseQuery,
  UseRecord,
} from '@licencevault/archive'
import { replyTo } from '../replies.ts'
import { holdTo } from './archive.ts'
import { useFormFrom, useFormTo } from './enums.ts'
import { instantFrom } from './instant.ts'
import { said } from './licence.ts'

export function useFrom(request: UseRequest): UseOrder {
  const { caseId, file, purpose, form, application, holderConsent, officeConsent } = request
  const consents = { ...said('holder', holderConsent), ...said('office', officeConsent) }
  return {
    caseId,
    purpose,
    form: useFormFrom(form, 'form'),
    ...(file === 0 ? {} : { file }),
    ...said('application', application),
    ...(Object.keys(consents).length > 0 ? { consents } : {}),
  }
}

export function useAnswerTo(answer: UseAnswer): UseAnswerInput {
  const holds = answer.holds.map(holdTo)
  if (!answer.granted) return { granted: false, refusal: replyTo(answer.refusal).problem, holds }
  const { form, archivalNumber, title, file, files, withheld, elements, certificate } = answer
  return {
    granted: true,
    form: useFormTo(form),
    archivalNumber,
    title,
    holds,
    files: files.map(usedFileTo),
    withheld,
    elements: elements.map(({ value, ...same }) => ({ ...same, value: String(value) })),
    ...(file && { file: usedFileTo(file) }),
    ...(certificate && { certificate: certificateTo(certificate) }),
  }
}

const usedFileTo = (file: UsedFile): UsedFileInput => file

const certificateTo = ({ bytes, signature }: CopyCertificate) => ({
  certificateJson: Buffer.from(bytes),
  signature: Buffer.from(signature),
})

export function useQueryFrom({ caseId, application, user, from, to }: FindUsesRequest): UseQuery {
  return {
    ...said('caseId', caseId),
    ...said('application', application),
    ...said('user', user),
    ...(from ? { fromUs: instantFrom(from, 'from').getTime() * 1_000 } : {}),
    ...(to ? { toUs: instantFrom(to, 'to').getTime() * 1_000 + 999 } : {}),
  }
}

export function useRecordTo(record: UseRecord): UseRecordInput {
  const { authority, path, applicationNumber, holderConsent, officeConsent, atUs, ...same } = record
  return {
    ...same,
    authority: authority ?? '',
    path: path ?? '',
    applicationNumber: applicationNumber ?? '',
    holderConsent: holderConsent ?? '',
    officeConsent: officeConsent ?? '',
    at: new Date(Math.floor(atUs / 1_000)).toISOString(),
  }
}
