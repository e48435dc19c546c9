// Original file: protos/licencevault/v1/common.proto

/**
 * The state of a licence (证照状态). Pending and expired follow from its dates and are never recorded.
 */
export const State = {
  /**
   * Not said.
   */
  STATE_UNSPECIFIED: 'STATE_UNSPECIFIED',
  /**
   * 签发中: recorded in the ledger, its file is not kept yet.
   */
  STATE_ISSUING: 'STATE_ISSUING',
  /**
   * 作废: never completed.
   */
  STATE_VOID: 'STATE_VOID',
  /**
   * 未生效: its validity has not begun.
   */
  STATE_PENDING: 'STATE_PENDING',
  /**
   * 有效
   */
  STATE_VALID: 'STATE_VALID',
  /**
   * 暂扣
   */
  STATE_SUSPENDED: 'STATE_SUSPENDED',
  /**
   * 撤销
   */
  STATE_RESCINDED: 'STATE_RESCINDED',
  /**
   * 注销
   */
  STATE_CANCELLED: 'STATE_CANCELLED',
  /**
   * 失效: its validity has ended.
   */
  STATE_EXPIRED: 'STATE_EXPIRED',
  /**
   * 办理转出
   */
  STATE_TRANSFERRED: 'STATE_TRANSFERRED',
  /**
   * 吊销
   */
  STATE_REVOKED: 'STATE_REVOKED',
  /**
   * 撤回
   */
  STATE_WITHDRAWN: 'STATE_WITHDRAWN',
  /**
   * 已被新证替代
   */
  STATE_SUPERSEDED: 'STATE_SUPERSEDED',
  /**
   * 其他: the act that led here says what it stands for.
   */
  STATE_OTHER: 'STATE_OTHER',
} as const;

/**
 * The state of a licence (证照状态). Pending and expired follow from its dates and are never recorded.
 */
export type StateInput =
  /**
   * Not said.
   */
  | 'STATE_UNSPECIFIED'
  | 0
  /**
   * 签发中: recorded in the ledger, its file is not kept yet.
   */
  | 'STATE_ISSUING'
  | 1
  /**
   * 作废: never completed.
   */
  | 'STATE_VOID'
  | 2
  /**
   * 未生效: its validity has not begun.
   */
  | 'STATE_PENDING'
  | 3
  /**
   * 有效
   */
  | 'STATE_VALID'
  | 4
  /**
   * 暂扣
   */
  | 'STATE_SUSPENDED'
  | 5
  /**
   * 撤销
   */
  | 'STATE_RESCINDED'
  | 6
  /**
   * 注销
   */
  | 'STATE_CANCELLED'
  | 7
  /**
   * 失效: its validity has ended.
   */
  | 'STATE_EXPIRED'
  | 8
  /**
   * 办理转出
   */
  | 'STATE_TRANSFERRED'
  | 9
  /**
   * 吊销
   */
  | 'STATE_REVOKED'
  | 10
  /**
   * 撤回
   */
  | 'STATE_WITHDRAWN'
  | 11
  /**
   * 已被新证替代
   */
  | 'STATE_SUPERSEDED'
  | 12
  /**
   * 其他: the act that led here says what it stands for.
   */
  | 'STATE_OTHER'
  | 13

/**
 * The state of a licence (证照状态). Pending and expired follow from its dates and are never recorded.
 */
export type State = typeof State[keyof typeof State]
