// Original file: protos/licencevault/v1/common.proto

/**
 * An act upon a licence. Which are permitted from which state is one table: packages/licence/STATUS.md.
 */
export const Move = {
  /**
   * Not said.
   */
  MOVE_UNSPECIFIED: 'MOVE_UNSPECIFIED',
  /**
   * 新发
   */
  MOVE_ISSUE: 'MOVE_ISSUE',
  /**
   * 作废, from issuing only.
   */
  MOVE_VOID: 'MOVE_VOID',
  /**
   * 暂扣
   */
  MOVE_SUSPEND: 'MOVE_SUSPEND',
  /**
   * 恢复
   */
  MOVE_RESTORE: 'MOVE_RESTORE',
  /**
   * 吊销
   */
  MOVE_REVOKE: 'MOVE_REVOKE',
  /**
   * 撤销; may take effect from the day of issue.
   */
  MOVE_RESCIND: 'MOVE_RESCIND',
  /**
   * 注销
   */
  MOVE_CANCEL: 'MOVE_CANCEL',
  /**
   * 撤回
   */
  MOVE_WITHDRAW: 'MOVE_WITHDRAW',
  /**
   * 变更/换发
   */
  MOVE_REPLACE: 'MOVE_REPLACE',
  /**
   * 延续
   */
  MOVE_RENEW: 'MOVE_RENEW',
  /**
   * 补发
   */
  MOVE_REISSUE: 'MOVE_REISSUE',
  /**
   * 办理转出
   */
  MOVE_TRANSFER: 'MOVE_TRANSFER',
  /**
   * 取消转出
   */
  MOVE_RECALL: 'MOVE_RECALL',
  /**
   * 更正: the only way out of a final state.
   */
  MOVE_CORRECT: 'MOVE_CORRECT',
  /**
   * 其他
   */
  MOVE_MARK: 'MOVE_MARK',
} as const;

/**
 * An act upon a licence. Which are permitted from which state is one table: packages/licence/STATUS.md.
 */
export type MoveInput =
  /**
   * Not said.
   */
  | 'MOVE_UNSPECIFIED'
  | 0
  /**
   * 新发
   */
  | 'MOVE_ISSUE'
  | 1
  /**
   * 作废, from issuing only.
   */
  | 'MOVE_VOID'
  | 2
  /**
   * 暂扣
   */
  | 'MOVE_SUSPEND'
  | 3
  /**
   * 恢复
   */
  | 'MOVE_RESTORE'
  | 4
  /**
   * 吊销
   */
  | 'MOVE_REVOKE'
  | 5
  /**
   * 撤销; may take effect from the day of issue.
   */
  | 'MOVE_RESCIND'
  | 6
  /**
   * 注销
   */
  | 'MOVE_CANCEL'
  | 7
  /**
   * 撤回
   */
  | 'MOVE_WITHDRAW'
  | 8
  /**
   * 变更/换发
   */
  | 'MOVE_REPLACE'
  | 9
  /**
   * 延续
   */
  | 'MOVE_RENEW'
  | 10
  /**
   * 补发
   */
  | 'MOVE_REISSUE'
  | 11
  /**
   * 办理转出
   */
  | 'MOVE_TRANSFER'
  | 12
  /**
   * 取消转出
   */
  | 'MOVE_RECALL'
  | 13
  /**
   * 更正: the only way out of a final state.
   */
  | 'MOVE_CORRECT'
  | 14
  /**
   * 其他
   */
  | 'MOVE_MARK'
  | 15

/**
 * An act upon a licence. Which are permitted from which state is one table: packages/licence/STATUS.md.
 */
export type Move = typeof Move[keyof typeof Move]
