import type { Recorded } from '@licencevault/ledger'
import type { Documents } from './documents-of.ts'
import { takeAct, takeIssued, takeKept, takeVoid } from './licence-rows.ts'
import { rememberRequest } from './request-rows.ts'
import { type Taking, type Told, ticketOf } from './taking.ts'

/** Writes what one entry says into the rows, as it was written when the entry was proposed. */
export async function takeIn(taking: Taking, { recorded, documents }: Told): Promise<void> {
  switch (documents.of) {
    case 'type':
      await takeType(taking, recorded, documents)
      break
    case 'authority':
      await takeAuthority(taking, recorded, documents)
      break
    case 'list':
      await takeList(taking, recorded)
      break
    case 'issued':
      await takeIssued(taking, recorded, documents)
      break
    case 'kept':
      await takeKept(taking, recorded, documents)
      break
    case 'act':
      await (recorded.entry.kind === 'void'
        ? takeVoid(taking, recorded)
        : takeAct(taking, recorded, documents))
      break
    case 'nothing':
      if (recorded.entry.kind !== 'type-retired') return
      await takeRetired(taking, recorded)
  }
  await rememberRequest(taking, { recorded, documents })
}

async function takeType(
  { tx }: Taking,
  recorded: Recorded,
  { type }: Extract<Documents, { of: 'type' }>,
): Promise<void> {
  const { definition = '', template = '' } = recorded.entry.digests
  const { code, version, name, nameEn: name_en, kind, inForce, issuingAuthorities } = type
  const begins = inForce?.from ?? null
  const ticket = ticketOf(recorded)
  const row = { code, version, name, name_en, kind, digest: definition, template, begins, ticket }
  await tx.insertInto('vault_types').values(row).execute()
  await tx.deleteFrom('vault_issuers').where('code', '=', code).execute()
  await tx
    .insertInto('vault_issuers')
    .values(issuingAuthorities.map((authority) => ({ code, authority })))
    .execute()
}

async function takeRetired({ tx }: Taking, recorded: Recorded): Promise<void> {
  const [, code = ''] = recorded.entry.subject.split('/')
  await tx
    .insertInto('vault_retired')
    .values({ code, ticket: ticketOf(recorded) })
    .execute()
}

async function takeAuthority(
  { tx }: Taking,
  recorded: Recorded,
  { authority: { code, name } }: Extract<Documents, { of: 'authority' }>,
): Promise<void> {
  const { description: digest = '' } = recorded.entry.digests
  const row = { name: name.zh, name_en: name.en, digest, ticket: ticketOf(recorded) }
  await tx
    .insertInto('vault_authorities')
    .values({ code, ...row })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
    .execute()
}

async function takeList({ tx }: Taking, recorded: Recorded): Promise<void> {
  const { digests, links, effectiveFrom, effectiveTo } = recorded.entry
  await tx
    .insertInto('vault_lists')
    .values({
      sequence: Number(links?.sequence),
      digest: digests.list ?? '',
      issued_at: effectiveFrom,
      next_update: effectiveTo ?? '',
      ticket: ticketOf(recorded),
    })
    .execute()
}
