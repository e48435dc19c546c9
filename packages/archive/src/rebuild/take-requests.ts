import { lostRequest } from '../act.ts'
import { noteDamage, type Taking, type Told, ticketOf } from './taking.ts'

/** Writes down that a request led to this entry, or that this entry is one more of those it led to. */
export async function takeRequest(taking: Taking, { recorded, act }: Told): Promise<void> {
  if (!act) return
  const { tx } = taking
  const { actor, request = '' } = recorded.entry
  const { application } = actor
  const said = 'trouble' in act ? undefined : act
  const request_id = said?.request ?? lostRequest(request)
  const before = await tx
    .selectFrom('archive_request')
    .select('tickets')
    .where('application', '=', application)
    .where('request_id', '=', request_id)
    .executeTakeFirst()
  const tickets = JSON.stringify([...(JSON.parse(before?.tickets ?? '[]') as number[]), ticketOf(recorded)])
  if (before) {
    await tx
      .updateTable('archive_request')
      .set({ tickets })
      .where('application', '=', application)
      .where('request_id', '=', request_id)
      .execute()
    return
  }
  const answer = JSON.stringify(said?.answer ?? {})
  await tx
    .insertInto('archive_request')
    .values({ application, request_id, digest: said?.content ?? '', answer, tickets })
    .execute()
  if ('trouble' in act) await noteDamage(taking, recorded, act.trouble)
}
