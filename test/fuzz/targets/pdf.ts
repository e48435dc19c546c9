import {
  attachmentsOf,
  fieldsOf,
  pagesOf,
  pdfReportJson,
  readPdf,
  signaturesOf,
  verifyPdf,
} from '@licencevault/signing'
import { accepted, demand, soundReport } from './judge.ts'
import { at, root } from './world.ts'

/** Whatever the bytes are there is a report; what is read is within the file. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const report = await verifyPdf(bytes, { roots: [root], at, signatures: 'several' })
  soundReport(report)
  JSON.stringify(pdfReportJson(report))
  for (const { covered = 0 } of report.signatures)
    demand(covered <= bytes.length, 'a seal over more than there is')
  const pdf = accepted(() => readPdf(bytes))
  if (!pdf) return
  demand(pdf.end <= bytes.length, 'a revision past the end')
  accepted(() => pdf.readAll())
  accepted(() => pagesOf(pdf))
  accepted(() => fieldsOf(pdf))
  accepted(() => signaturesOf(pdf))
  accepted(() => attachmentsOf(pdf).map(({ stream }) => pdf.decode(stream)))
}
