import type { Words } from '@licencevault/errors'

/** 保管期限起算: from when a term runs. */
export const startRules = {
  NEXT_JAN_1_AFTER_CLOSE: { en: '1 January of the year after closing', zh: '办结次年1月1日' },
  CLOSE_DATE: { en: 'the day of closing', zh: '办结之日' },
  LICENCE_END: { en: 'the day after the licence ends', zh: '证照终止次日' },
  EVENT: { en: 'the day of a named event', zh: '指定事件发生之日' },
} as const satisfies Record<string, Words>

export type StartRule = keyof typeof startRules
