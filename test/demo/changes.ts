import { type ChangeRequestInput, orderOf, type VaultClient } from '@licencevault/api'
import type { Words } from '@licencevault/errors'
import type { Issued } from './issue.ts'

/** What happened to one licence after it was issued. */
export interface Changed {
  readonly name: string
  readonly story: Words
  readonly issued: Issued
}

/** What the moves are made with: one decision of the authority that issued the licence. */
const decided = { decision: '云市监处〔2026〕17号', legalBasis: '行政许可法 art. 69; 行政处罚法 art. 9' }

/** Changes six licences, each in another way, and says what was done to each. */
export async function changeSome(
  client: VaultClient,
  run: string,
  licences: readonly Issued[],
): Promise<Changed[]> {
  const { status } = client
  const [suspended, restored, revoked, rescinded, cancelled, replaced] = licences
  if (!suspended || !restored || !revoked || !rescinded || !cancelled || !replaced)
    throw new RangeError('there are six licences to change')
  const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  const move = ({ licence }: Issued, name: string, change: Omit<ChangeRequestInput, 'identifier'>) =>
    status.change({ requestId: `demo-${run}-${name}`, identifier: licence.identifier, ...change })

  await move(suspended, 'suspend', { move: 'MOVE_SUSPEND', particulars: { ...decided, until } })
  await move(restored, 'suspend-2', { move: 'MOVE_SUSPEND', particulars: { ...decided, until } })
  await move(restored, 'restore', { move: 'MOVE_RESTORE', particulars: decided })
  await move(revoked, 'revoke', { move: 'MOVE_REVOKE', particulars: decided })
  await move(rescinded, 'rescind', {
    move: 'MOVE_RESCIND',
    particulars: decided,
    effectiveFrom: rescinded.licence.issuedAt,
  })
  await move(cancelled, 'cancel', { move: 'MOVE_CANCEL', particulars: decided })
  await status.replace({
    requestId: `demo-${run}-replace`,
    identifier: replaced.licence.identifier,
    move: 'MOVE_REPLACE',
    order: orderOf(replaced.order),
    particulars: { decision: '云市监变〔2026〕5号' },
  })
  return [
    told('suspended', suspended, `Suspended until ${until}`, `暂扣至 ${until}`),
    told('restored', restored, 'Suspended, then restored', '暂扣后恢复'),
    told('revoked', revoked, 'Revoked as a punishment', '吊销'),
    told('rescinded', rescinded, 'Rescinded from the day of issue', '撤销，自颁发之日起'),
    told('cancelled', cancelled, 'Cancelled', '注销'),
    told('replaced', replaced, 'Replaced by a new version', '变更换发'),
  ]
}

function told(name: string, issued: Issued, en: string, zh: string): Changed {
  return { name, issued, story: { en, zh } }
}
