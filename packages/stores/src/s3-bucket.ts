import type { BlobInfo, GetOptions } from './blobs.ts'
import { type Ask, done, explained, Refused, textOf } from './s3-ask.ts'
import { retentionOf } from './s3-headers.ts'
import { textIn } from './s3-xml.ts'

/** Whether the bucket was made with object locks; and that it is there and lets us in. */
export async function locksOf(ask: Ask): Promise<boolean> {
  try {
    await done(await ask({ method: 'GET', query: { 'list-type': 2, 'max-keys': 1 } }))
    const text = await textOf((await ask({ method: 'GET', query: { 'object-lock': '' } })).body)
    return textIn(text, 'ObjectLockEnabled') === 'Enabled'
  } catch (cause) {
    if (cause instanceof Refused && cause.refusal.code === 'ObjectLockConfigurationNotFoundError')
      return false
    throw explained(cause, '', false)
  }
}

/** What is wrong with a bucket that cannot lock. */
export const noLock = {
  found: 'the bucket was made without object lock.',
  foundZh: '存储桶未启用对象锁定。',
}

/** The lock of one version, asked for by itself. */
export async function lockOf(
  ask: Ask,
  key: string,
  { version, signal }: GetOptions,
): Promise<Pick<BlobInfo, 'retention' | 'legalHold'>> {
  const asked = async (what: 'retention' | 'legal-hold') => {
    try {
      const answer = await ask({ method: 'GET', key, query: { [what]: '', versionId: version }, signal })
      return await textOf(answer.body)
    } catch (cause) {
      if (cause instanceof Refused && cause.refusal.code === 'NoSuchObjectLockConfiguration') return ''
      throw cause
    }
  }
  const [retained, held] = await Promise.all([asked('retention'), asked('legal-hold')])
  const retention = retentionOf(textIn(retained, 'Mode'), textIn(retained, 'RetainUntilDate'))
  const status = textIn(held, 'Status')
  return {
    ...(retention ? { retention } : {}),
    ...(status === undefined ? {} : { legalHold: status === 'ON' }),
  }
}
