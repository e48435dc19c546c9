import { error } from './codes.ts'

/** @throws VaultError `clock-wrong` */
export function microseconds(now: Date): number {
  const since1970 = now.getTime() * 1000
  if (!(since1970 >= 0)) throw error('clock-wrong')
  return since1970
}
