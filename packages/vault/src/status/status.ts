import { error } from '../codes.ts'
import type { Desk } from '../issue/desk.ts'
import { readLicence, stateOnDay } from '../licences.ts'
import type { Office } from '../office.ts'
import { civilDate, microsecondsOf } from '../times.ts'
import { decisive, stepsOf } from './axis.ts'
import { change } from './change.ts'
import { actOf, historyOf } from './history.ts'
import type { Standing, Status } from './room.ts'
import { succeed } from './succeed.ts'

/** Opens the status room over an office and the desk where licences are made. */
export function openStatus(office: Office, desk: Desk): Status {
  const succession =
    (name: 'replace' | 'renew' | 'reissue'): Status['replace'] =>
    (caller, requestId, identifier, how, options = {}) =>
      succeed(office, desk, { caller, requestId, identifier, name, how }, options)
  return Object.freeze<Status>({
    async change(caller, requestId, identifier, asked) {
      const recorded = await change(office, desk, caller, { requestId, identifier, asked })
      const [step] = stepsOf([recorded])
      return actOf(office, step ?? failed(identifier))
    },
    replace: succession('replace'),
    renew: succession('renew'),
    reissue: succession('reissue'),
    history: async (identifier) => historyOf(office, await readLicence(office, identifier)),
    statusAsOf: (identifier, when = {}) => statusAsOf(office, identifier, when),
  })
}

async function statusAsOf(
  office: Office,
  identifier: string,
  when: { readonly at?: Date; readonly knownAt?: Date },
): Promise<Standing> {
  const { statement, steps } = await readLicence(office, identifier)
  const { at = office.clock(), knownAt = office.clock() } = when
  const known = when.knownAt === undefined ? Number.POSITIVE_INFINITY : microsecondsOf(knownAt)
  const step = decisive(steps, { at: microsecondsOf(at), knownAt: known })
  const asked = { identifier, at: at.toISOString(), knownAt: knownAt.toISOString() }
  if (!step) throw error('status-not-known-then', asked)
  const { entry, index } = step.recorded
  return {
    ...asked,
    recorded: step.state,
    state: stateOnDay(step.state, statement.validity, civilDate(at)),
    since: entry.effectiveFrom,
    recordedAt: entry.recordedAt,
    index,
  }
}

function failed(identifier: string): never {
  throw error('licence-unknown', { identifier })
}
