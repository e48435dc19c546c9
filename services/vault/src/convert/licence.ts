import type { ActInput, LicenceInput, Particulars, ReplaceRequest } from '@licencevault/api'
import type { Act, Change, Licence, Succession } from '@licencevault/vault'
import { moveFrom, stateFrom, stateTo } from './enums.ts'
import { orderFrom, required } from './order.ts'

export function licenceTo(licence: Licence): LicenceInput {
  const { state, validity, file, ...same } = licence
  return {
    ...same,
    state: stateTo(state),
    validity: { from: validity.from, ...(validity.until === null ? {} : { until: validity.until }) },
    ...(file ? { file } : {}),
  }
}

export function actTo(act: Act): ActInput {
  const { decision, legalBasis, description, until, successor, actor, state, ...same } = act
  return {
    ...same,
    state: stateTo(state),
    particulars: {
      ...(decision !== undefined && { decision }),
      ...(legalBasis !== undefined && { legalBasis }),
      ...(description !== undefined && { description }),
      ...(until !== undefined && { until }),
      ...(successor !== undefined && { successor }),
    },
    application: actor.application,
    role: actor.role,
  }
}

/** What a change names. The table of moves says what it must; empty texts are not said. */
export function changeFrom(request: {
  readonly move: Parameters<typeof moveFrom>[0]
  readonly particulars: Particulars | null
  readonly effectiveFrom: string
}): Change {
  const { particulars, effectiveFrom } = request
  const state = stateFrom(particulars?.state ?? 'STATE_UNSPECIFIED', 'particulars.state')
  return {
    // Moves that lead to another licence are refused by the vault, by name.
    move: moveFrom(request.move, 'move') as Change['move'],
    decision: particulars?.decision ?? '',
    ...said('legalBasis', particulars?.legalBasis),
    ...said('until', particulars?.until),
    ...said('successor', particulars?.successor),
    ...said('description', particulars?.description),
    ...said('effectiveFrom', effectiveFrom),
    ...(state === undefined ? {} : { state: state as NonNullable<Change['state']> }),
  }
}

export function successionFrom({ order, particulars }: ReplaceRequest): Succession {
  return {
    order: orderFrom(order),
    decision: required(particulars, 'particulars').decision,
    ...said('legalBasis', particulars?.legalBasis),
    ...said('description', particulars?.description),
  }
}

/** A member with this text, or none where nothing was said. */
export function said<N extends string>(name: N, text: string | undefined): { readonly [K in N]?: string } {
  return text ? ({ [name]: text } as { readonly [K in N]: string }) : {}
}
