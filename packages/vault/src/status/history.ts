import { VaultError } from '@licencevault/errors'
import { type ActText, readAct } from '../acts.ts'
import type { Given } from '../given.ts'
import type { Bound } from '../licences.ts'
import type { Office } from '../office.ts'
import type { Step } from './axis.ts'
import type { Act } from './room.ts'

/** The acts on a licence with their words, in the order in which they were recorded. */
export async function historyOf(office: Office, { steps }: Bound): Promise<readonly Act[]> {
  return Promise.all(steps.map((step) => actOf(office, step)))
}

export async function actOf(office: Office, { recorded, state }: Step): Promise<Act> {
  const { index, entry } = recorded
  const { subject: identifier, kind, recordedAt, effectiveFrom, authority, actor, digests, links } = entry
  return {
    identifier,
    kind,
    index,
    recordedAt,
    effectiveFrom,
    state,
    authority,
    actor,
    ...(digests.act !== undefined && (await wordsOf(office, digests.act))),
    ...(links?.successor !== undefined && { successor: links.successor }),
    ...(links?.predecessor !== undefined && { predecessor: links.predecessor }),
  }
}

/** An entry outlives its words, which may have been disposed of lawfully: then the act stands without them. */
async function wordsOf(office: Office, digest: string): Promise<Given<ActText>> {
  try {
    return await readAct(office, digest)
  } catch (cause) {
    if (cause instanceof VaultError && cause.code === 'blob-missing') return {}
    throw cause
  }
}
