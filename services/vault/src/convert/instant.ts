import { error } from '../codes.ts'

/** @throws VaultError `message-member-wrong` for what is no instant */
export function instantFrom(text: string, path: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : undefined
  if (at && !Number.isNaN(at.getTime())) return at
  throw error('message-member-wrong', {
    path,
    problem: 'it is no instant such as 2026-11-23T09:44:30Z',
    problemZh: '不是有效的时刻，应如 2026-11-23T09:44:30Z',
  })
}
