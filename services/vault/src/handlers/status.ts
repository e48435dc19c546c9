import type { Caller } from '@licencevault/vault'
import type { HandlersOf } from '../call.ts'
import { error } from '../codes.ts'
import { moveFrom, stateTo } from '../convert/enums.ts'
import { instantFrom } from '../convert/instant.ts'
import { actTo, changeFrom, licenceTo, successionFrom } from '../convert/licence.ts'
import type { OpenOffice } from '../office.ts'

export function statusHandlers(office: () => OpenOffice): HandlersOf<'status'> {
  const room = () => office().vault.status
  return {
    async Change(request, { caller }) {
      const { requestId, identifier } = request
      return { act: actTo(await room().change(caller, requestId, identifier, changeFrom(request))) }
    },
    async Replace(request, { caller, signal }) {
      const { requestId, identifier } = request
      const move = moveFrom(request.move, 'move')
      if (move !== 'replace' && move !== 'renew' && move !== 'reissue') throw notASuccession()
      const how = successionFrom(request)
      signal.throwIfAborted()
      // Without the signal: what was begun is finished, and the call lasts until it is.
      const { licence, act } = await room()[move](caller, requestId, identifier, how)
      return { licence: licenceTo(licence), act: actTo(act) }
    },
    async History({ identifier }, { caller }) {
      const acts = await room().history(identifier)
      return { acts: acts.map((act) => forEyesOf(caller, actTo(act))) }
    },
    async AsOf({ identifier, at, knownAt }) {
      const standing = await room().statusAsOf(identifier, {
        ...(at ? { at: instantFrom(at, 'at') } : {}),
        ...(knownAt ? { knownAt: instantFrom(knownAt, 'known_at') } : {}),
      })
      const { state, recorded, since, recordedAt, index } = standing
      return {
        state: stateTo(state),
        recorded: stateTo(recorded),
        since,
        recordedAt,
        index,
        at: standing.at,
        knownAt: standing.knownAt,
      }
    },
  }
}

/** Which systems worked for an authority is that authority's affair, and the auditor's. */
function forEyesOf({ role, authority }: Caller, act: ReturnType<typeof actTo>): ReturnType<typeof actTo> {
  if (role === 'operator' || role === 'auditor' || act.authority === authority) return act
  const { application: _application, role: _role, ...rest } = act
  return rest
}

const notASuccession = () =>
  error('message-member-wrong', {
    path: 'move',
    problem: 'it must be replace, renew or reissue',
    problemZh: '应为变更/换发、延续或补发',
  })
