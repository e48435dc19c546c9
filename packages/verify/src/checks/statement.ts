import { VaultError } from '@licencevault/errors'
import { readStatement, type Statement } from '@licencevault/licence'
import { type Check, digest, type PdfReport } from '@licencevault/signing'
import { hex } from '../bytes.ts'
import { finding, ok, skipped } from '../report.ts'

/** A statement that could be read, or only what was found instead. */
export interface ReadStatement {
  readonly checks: readonly Check[]
  readonly statement?: Statement
  /** SHA-256 of its bytes, lower-case hex. */
  readonly digest?: string
}

/** The fixed names of what a licence carries. */
const STATEMENT_NAME = 'statement.json'
const RECEIPT_NAME = 'receipt.tlog'

/**
 * Finds and reads the attached statement: exactly one, among the attachments that the seal covers. Its
 * bytes are whatever the maker of the file wrote: bounded, strict, and every trouble is a finding.
 */
export async function statementOf({ checks, attachments }: PdfReport): Promise<ReadStatement> {
  if (checks.some(({ name, outcome }) => name === 'pdf-structure' && outcome !== 'passed')) {
    return without(skipped('statement-well-formed', 'pdf-structure'))
  }
  const trouble = checks.find(({ name, outcome }) => name === 'attachments' && outcome !== 'passed')
  if (trouble) return without(attachmentTrouble(trouble))
  const attached = attachments.find(({ name }) => name === STATEMENT_NAME)
  if (!attached) return without(finding('failed', 'statement-well-formed', 'statement-missing'))
  return readAttached(attached.bytes)
}

/** The receipt that the file carries, as its seal covers it. */
export function receiptIn({ attachments }: PdfReport): Uint8Array | undefined {
  return attachments.find(({ name }) => name === RECEIPT_NAME)?.bytes
}

async function readAttached(bytes: Uint8Array): Promise<ReadStatement> {
  const digested = hex(await digest('SHA-256', bytes))
  try {
    const statement = readStatement(bytes)
    const { identifier, type, authority } = statement
    const checks = [
      ok('statement-well-formed', sentences.wellFormed, { digest: digested, bytes: bytes.length }),
      ok('statement-agrees', sentences.agrees, { identifier, type: type.code, authority: authority.code }),
    ]
    return { statement, digest: digested, checks }
  } catch (thrown) {
    if (!(thrown instanceof VaultError)) throw thrown
    return readingTrouble(thrown)
  }
}

function without(check: Check): ReadStatement {
  return { checks: [check, skipped('statement-agrees', 'statement-well-formed')] }
}

/** The attachments of the file could not be read, or two bear one name. */
function attachmentTrouble({ reason, sentence }: Check): Check {
  const evidence = { signingReason: reason ?? '', problem: sentence.en, problemZh: sentence.zh }
  if (reason === 'attachment-name-twice') {
    return finding('failed', 'statement-well-formed', 'statement-several', evidence)
  }
  const large = reason === 'pdf-stream-too-large'
  return finding(
    'failed',
    'statement-well-formed',
    large ? 'statement-too-large' : 'statement-malformed',
    evidence,
  )
}

/** Whether a statement contradicts itself is told apart from whether it can be read at all. */
function readingTrouble({ code, sentence }: VaultError): ReadStatement {
  const evidence = { code, problem: sentence.en, problemZh: sentence.zh }
  if (code.startsWith('identifier-') || code === 'statement-disagrees') {
    const reason = code === 'statement-disagrees' ? 'statement-contradicts' : 'identifier-wrong'
    const readable = ok('statement-well-formed', sentences.readable)
    return { checks: [readable, finding('failed', 'statement-agrees', reason, evidence)] }
  }
  const large = code === 'json-too-large'
  const reason = large ? 'statement-too-large' : 'statement-malformed'
  return without(finding('failed', 'statement-well-formed', reason, evidence))
}

const sentences = {
  wellFormed: {
    en: 'The attached licence data are canonical JSON of the format licencevault.statement/1.',
    zh: '附带的证照数据是格式为 licencevault.statement/1 的规范 JSON。',
  },
  readable: { en: 'The attached licence data can be read.', zh: '附带的证照数据可以读取。' },
  agrees: {
    en: 'The identifier, type and authority in the licence data agree.',
    zh: '证照数据中的证照标识、类型与颁发机构一致。',
  },
}
