import { openTrust, rootsOf, type Trust, verifyLicence } from '@licencevault/verify'
import { exitCodeOf } from './exit-codes.ts'
import { readWhole } from './files.ts'
import { type Judged, reportTable } from './report-table.ts'
import { type Language, print } from './terminal.ts'

export interface Judging {
  readonly trust: string
  readonly root?: readonly string[]
  readonly at: Date
  readonly language: Language
  readonly json?: true
  readonly checks?: true
}

/** Judges licence files offline, prints the reports, and ends with the exit code of the gravest. */
export async function judgeFiles(files: readonly string[], question: Judging): Promise<void> {
  const { at, language, json, checks = false } = question
  const trust = await trustFrom(question)
  const judged: Judged[] = []
  for (const file of files) {
    judged.push({ file, report: await verifyLicence(await readWhole(file), trust, { at }) })
  }
  const reports = judged.map(({ file, report }) => ({ file, ...report }))
  print(json ? JSON.stringify(reports, null, 2) : reportTable(judged, trust, { language, checks }))
  process.exitCode = exitCodeOf(judged.map(({ report }) => report))
}

/** The list must stand now, whatever moment is asked about. */
async function trustFrom({ trust, root = [] }: Judging): Promise<Trust> {
  const authorityList = await readWhole(trust)
  const roots = root.length > 0 ? await Promise.all(root.map(readWhole)) : rootsOf(authorityList)
  return openTrust({ authorityList, roots, at: new Date() })
}
