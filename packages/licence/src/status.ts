import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'
import { periodOn, type Validity } from './validity.ts'

/** The state of a licence. `pending` and `expired` are computed from the validity, never recorded. */
export type State =
  | 'issuing'
  | 'void'
  | 'pending'
  | 'valid'
  | 'suspended'
  | 'rescinded'
  | 'cancelled'
  | 'expired'
  | 'transferred'
  | 'revoked'
  | 'withdrawn'
  | 'superseded'
  | 'other'

/** A recorded state: what an entry can say. */
export type RecordedState = Exclude<State, 'pending' | 'expired'>

export interface StateRow {
  readonly name: Words
  /** State code of national practice: 01–07, 99; `undefined` before a licence exists. */
  readonly gb?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '99'
  /**
   * Code 99 (其他) stands for nothing by itself and must be described: this is the description of the
   * state. Only `other` has none, for it can be anything: the move that leads there names its own.
   */
  readonly description?: Words
  /** Answer of the standard's verification of information (证照信息验证), given that the data agree. */
  readonly answer: 0 | 1 | 2 | 3 | 5
  /** Left by no move but a recorded correction. */
  readonly final: boolean
  /** Follows from the validity and the day asked about; never recorded. */
  readonly computed: boolean
  /**
   * When several hold, the gravest is the answer: final or transferred 4, expired 3, suspended 2, not yet
   * valid 1, valid 0.
   */
  readonly gravity: 0 | 1 | 2 | 3 | 4
}

const state = (
  zh: string,
  en: string,
  gb: StateRow['gb'],
  answer: StateRow['answer'],
  gravity: StateRow['gravity'],
  {
    final = gravity === 4,
    computed = false,
    description,
  }: { readonly final?: boolean; readonly computed?: boolean; readonly description?: Words } = {},
): StateRow => ({
  name: { en, zh },
  ...(gb && { gb }),
  ...(description && { description }),
  answer,
  final,
  computed,
  gravity,
})

/** The states of a licence. The page `STATUS.md` shows the same table. */
export const states: Readonly<Record<State, StateRow>> = {
  issuing: state('签发中', 'being issued', undefined, 1, 1),
  void: state('作废', 'void: never completed', undefined, 5, 4),
  pending: state('未生效', 'not yet valid', undefined, 1, 1, { computed: true }),
  valid: state('有效', 'valid', '01', 0, 0),
  suspended: state('暂扣', 'suspended', '02', 2, 2),
  rescinded: state('撤销', 'rescinded', '03', 3, 4),
  cancelled: state('注销', 'cancelled', '04', 3, 4),
  expired: state('失效', 'expired', '05', 3, 3, { computed: true }),
  transferred: state('办理转出', 'transferred out', '06', 3, 4, { final: false }),
  revoked: state('吊销', 'revoked', '07', 3, 4),
  withdrawn: state('撤回', 'withdrawn', '99', 3, 4, {
    description: {
      en: 'Withdrawn: the law it rests on was amended or repealed, or circumstances changed materially.',
      zh: '撤回：所依据的法律、法规、规章已修改或废止，或客观情况发生重大变化。',
    },
  }),
  superseded: state('已被新证替代', 'superseded', '99', 3, 4, {
    description: {
      en: 'Superseded: changed, renewed or reissued, and a new licence has taken its place.',
      zh: '已被新证替代：因变更（换发）、延续或补发，新证已经颁发。',
    },
  }),
  other: state('其他', 'otherwise not in force', '99', 3, 4),
}

export type MoveName =
  | 'issue'
  | 'void'
  | 'suspend'
  | 'restore'
  | 'revoke'
  | 'rescind'
  | 'cancel'
  | 'withdraw'
  | 'replace'
  | 'renew'
  | 'reissue'
  | 'transfer'
  | 'recall'
  | 'correct'
  | 'mark'

/** What a move may have to name. */
export interface Particulars {
  /** The decision document (决定文书): its number or digest. */
  readonly decision?: string
  /** 法律依据, such as 行政许可法 art. 69. */
  readonly legalBasis?: string
  /** Civil date on which a suspension ends. The licence stays suspended until it is restored. */
  readonly until?: string
  /** Identifier of the licence that takes its place (关联证照标识). */
  readonly successor?: string
  /** What code 99 stands for where the state itself does not say, and why a record is corrected or void. */
  readonly description?: string
  /** The state that a correction sets. */
  readonly state?: RecordedState
}

export interface MoveRow {
  readonly name: Words
  readonly from: readonly RecordedState[]
  /** `named`: the state that the correction names. */
  readonly to: RecordedState | 'named'
  readonly mustName: readonly (keyof Particulars)[]
  /** How far back it may take effect: to the last move before it, or to the day of issue. */
  readonly effectiveFrom: 'last-move' | 'issue'
}

const GRANTED = ['valid', 'suspended'] as const
const DECIDED = ['decision', 'legalBasis'] as const

const act = (
  zh: string,
  en: string,
  from: readonly RecordedState[],
  to: MoveRow['to'],
  mustName: MoveRow['mustName'] = [],
  effectiveFrom: MoveRow['effectiveFrom'] = 'last-move',
): MoveRow => ({ name: { en, zh }, from, to, mustName, effectiveFrom })

/** The only permitted moves. The page `STATUS.md` shows the same table. */
export const moves: Readonly<Record<MoveName, MoveRow>> = {
  issue: act('新发', 'issue', ['issuing'], 'valid'),
  void: act('作废', 'void', ['issuing'], 'void', ['description']),
  suspend: act('暂扣', 'suspend', ['valid'], 'suspended', [...DECIDED, 'until']),
  restore: act('恢复', 'restore', ['suspended'], 'valid', ['decision']),
  revoke: act('吊销', 'revoke', GRANTED, 'revoked', DECIDED),
  rescind: act('撤销', 'rescind', GRANTED, 'rescinded', DECIDED, 'issue'),
  cancel: act('注销', 'cancel', GRANTED, 'cancelled', DECIDED),
  withdraw: act('撤回', 'withdraw', GRANTED, 'withdrawn', DECIDED),
  replace: act('变更/换发', 'replace', ['valid'], 'superseded', ['decision', 'successor']),
  renew: act('延续', 'renew', ['valid'], 'superseded', ['decision', 'successor']),
  reissue: act('补发', 'reissue', ['valid'], 'superseded', ['decision', 'successor']),
  transfer: act('办理转出', 'transfer out', ['valid'], 'transferred', ['decision']),
  recall: act('取消转出', 'recall a transfer', ['transferred'], 'valid', ['decision']),
  correct: act(
    '更正',
    'correct',
    [
      'valid',
      'suspended',
      'rescinded',
      'cancelled',
      'transferred',
      'revoked',
      'withdrawn',
      'superseded',
      'other',
    ],
    'named',
    [...DECIDED, 'state', 'description'],
    'issue',
  ),
  mark: act('其他', 'mark otherwise', GRANTED, 'other', ['decision', 'description']),
}

/** Does the table permit this move from that state? */
export function canMove(from: RecordedState, name: MoveName): boolean {
  return rowOf(name).from.includes(from)
}

/**
 * Makes a move by the table and says which state it leads to.
 *
 * @throws VaultError `move-not-permitted`, `move-must-name`, `move-unknown`
 */
export function move(from: RecordedState, name: MoveName, named: Particulars = {}): RecordedState {
  const row = rowOf(name)
  if (!row.from.includes(from)) throw notPermitted(from, name)
  for (const part of row.mustName) {
    if (!named[part]) throw mustName(row, part)
  }
  if (row.to !== 'named') return row.to
  const { state: corrected } = named
  if (corrected === undefined || corrected === from || !moves.correct.from.includes(corrected)) {
    throw error('move-unknown', { found: String(corrected) })
  }
  return corrected
}

/** The gravest of several states: the one to answer with. Throws VaultError `move-unknown` for none. */
export function gravest(held: readonly State[]): State {
  const [first, ...rest] = held
  if (first === undefined) throw error('move-unknown', { found: '' })
  return rest.reduce((worst, next) => (states[next].gravity > states[worst].gravity ? next : worst), first)
}

/**
 * The state on a day, expiry and the first day of validity taken in: the recorded state and what the
 * clock says, whichever is graver.
 *
 * @throws VaultError `date-wrong`
 */
export function stateOn(recorded: RecordedState, validity: Validity, date: string): State {
  const byClock = { before: 'pending', within: 'valid', after: 'expired' } as const
  return gravest([recorded, byClock[periodOn(validity, date)]])
}

function rowOf(name: MoveName): MoveRow {
  if (!Object.hasOwn(moves, name)) throw error('move-unknown', { found: String(name) })
  return moves[name]
}

const PARTICULARS: Readonly<Record<keyof Particulars, Words>> = {
  decision: { en: 'decision document', zh: '决定文书' },
  legalBasis: { en: 'legal basis', zh: '法律依据' },
  until: { en: 'last day of the suspension', zh: '暂扣截止日期' },
  successor: { en: 'identifier of the successor', zh: '关联证照标识' },
  description: { en: 'description', zh: '说明' },
  state: { en: 'state to be set', zh: '更正后的状态' },
}

function mustName({ name: { en, zh } }: MoveRow, name: keyof Particulars) {
  const part = PARTICULARS[name]
  return error('move-must-name', { move: en, moveZh: zh, name, part: part.en, partZh: part.zh })
}

function notPermitted(from: RecordedState, name: MoveName) {
  if (!Object.hasOwn(states, from)) return error('move-unknown', { found: String(from) })
  const { name: stateName } = states[from]
  const { name: moveName } = moves[name]
  return error('move-not-permitted', {
    state: stateName.en,
    stateZh: stateName.zh,
    move: moveName.en,
    moveZh: moveName.zh,
  })
}
