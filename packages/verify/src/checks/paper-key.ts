import type { QrToken } from '@licencevault/licence'
import { allowsKey, type Check, verifySignature } from '@licencevault/signing'
import { instant } from '../beijing-time.ts'
import { hex } from '../bytes.ts'
import { finding, ok, skipped } from '../report.ts'
import type { Trust, TrustedAuthority, TrustedPaperKey } from '../trust.ts'

/** Is the key that the token names one of the authority that it speaks for, and accepted now? */
export async function paperKey(
  token: QrToken,
  authority: TrustedAuthority | undefined,
  trust: Trust,
  at: Date,
): Promise<readonly Check[]> {
  if (!authority)
    return [skipped('paper-key', 'authority-known'), skipped('code-signature', 'authority-known')]
  const keyId = hex(token.keyId)
  const key = authority.paperKeys.get(keyId)
  if (!key) return [unknownKey(keyId, authority, trust), skipped('code-signature', 'paper-key')]
  const evidence = { keyId, from: key.from, ...endOf(key) }
  const now = instant(at)
  const inTime = key.from <= now && (key.to === null || now < key.to)
  const right = await verifySignature('Ed25519', key.publicKey, token.toBeSigned, token.signature)
  return [
    inTime
      ? ok('paper-key', sentences.key, evidence)
      : finding('failed', 'paper-key', 'paper-key-not-in-time', evidence),
    right ? signed(keyId, trust, at) : finding('failed', 'code-signature', 'code-signature-wrong', { keyId }),
  ]
}

/** How a key's end reads in a sentence. */
function endOf({ to }: TrustedPaperKey): { readonly to: string; readonly toZh: string } {
  return to === null ? { to: 'further notice', toZh: '另行通知' } : { to, toZh: ` ${to} ` }
}

/** A right signature proves as much as the policy says its algorithm does. */
function signed(keyId: string, { policy }: Trust, at: Date): Check {
  if (allowsKey(policy, { kind: 'Ed25519', bits: 256 }, at))
    return ok('code-signature', sentences.signature, { keyId })
  return finding('undetermined', 'code-signature', 'algorithm-weak', { keyId, algorithm: 'Ed25519' })
}

/** A key of somebody else is told apart from one that nobody in the list has. */
function unknownKey(keyId: string, authority: TrustedAuthority, trust: Trust): Check {
  const owner = [...trust.authorities.values()].find(({ paperKeys }) => paperKeys.has(keyId))
  if (!owner) {
    const evidence = { keyId, authority: authority.name.en, authorityZh: authority.name.zh }
    return finding('failed', 'paper-key', 'paper-key-unknown', evidence)
  }
  return finding('failed', 'paper-key', 'paper-key-of-another-authority', {
    keyId,
    named: authority.name.en,
    namedZh: authority.name.zh,
    sealer: owner.name.en,
    sealerZh: owner.name.zh,
  })
}

const sentences = {
  key: {
    en: 'The code-signing key {keyId} belongs to the authority and is accepted at the time of judging.',
    zh: '二维码签名密钥 {keyId} 属于该机构，且在判定时间被认可。',
  },
  signature: { en: 'The code was signed with that key.', zh: '二维码由该密钥签名。' },
}
