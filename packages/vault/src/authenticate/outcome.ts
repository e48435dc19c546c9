import { type Statement, states } from '@licencevault/licence'
import type { LicenceFacts } from '@licencevault/verify'
import type { Agreement } from './face.ts'
import { finding } from './reasons.ts'
import type { Report, ReportedStatus } from './room.ts'
import { verdictOf } from './standing.ts'

/** The standard's answers, and ours: what disagrees or lacks comes before what the status says. */
export function outcomeOf(
  status: ReportedStatus,
  agreement: Agreement,
): Pick<Report, 'verdict' | 'genuine' | 'inForce' | 'answer'> {
  if (agreement === 'differs') return { verdict: 'face-differs', genuine: 'no', inForce: 'no', answer: 6 }
  if (agreement === 'incomplete') {
    return { verdict: 'face-incomplete', genuine: 'undetermined', inForce: 'undetermined', answer: 4 }
  }
  const { answer } = states[status.state]
  const verdict = verdictOf(status)
  if (status.state === 'issuing') return { verdict, genuine: 'undetermined', inForce: 'no', answer }
  if (status.state === 'void') return { verdict, genuine: 'no', inForce: 'no', answer }
  return { verdict, genuine: 'yes', inForce: status.state === 'valid' ? 'yes' : 'no', answer }
}

export const notHere = (identifier: string) =>
  finding('status', 'undetermined', 'identifier-unknown', { identifier })

/** What stands on the paper and says nothing of its holder. */
export function printed({
  identifier,
  type,
  authority,
  validity,
  issuedAt,
  issuedOn,
}: Statement): Partial<LicenceFacts> {
  return { identifier, type, authority, validity, issuedAt, issuedOn }
}
