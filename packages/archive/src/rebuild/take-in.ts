import { takeEvent, takeFiled, takeStored, takeVoid } from './take-cases.ts'
import { takeApplied, takeDecided, takeItem, takeProposed } from './take-catalogue.ts'
import { takeExceptions } from './take-exceptions.ts'
import { takeLifted, takePlaced } from './take-holds.ts'
import { takeRequest } from './take-requests.ts'
import { takeUses } from './take-uses.ts'
import type { Taking, Told } from './taking.ts'

const takers: Readonly<Record<string, (taking: Taking, told: Told) => Promise<void>>> = {
  'item-defined': takeItem,
  'item-revised': takeItem,
  'item-retired': takeItem,
  'schedule-proposed': takeProposed,
  'schedule-approved': takeDecided,
  'schedule-declined': takeDecided,
  'schedule-applied': takeApplied,
  'case-filed': takeFiled,
  'case-corrected': takeFiled,
  'case-stored': takeStored,
  'case-void': takeVoid,
  'case-event': takeEvent,
  'hold-placed': takePlaced,
  'hold-lifted': takeLifted,
  'uses-recorded': takeUses,
  'exceptions-noted': takeExceptions,
}

/** Writes what one entry says into the rows, as its act wrote them. */
export async function takeIn(taking: Taking, told: Told): Promise<void> {
  await takers[told.recorded.entry.kind]?.(taking, told)
  await takeRequest(taking, told)
}
