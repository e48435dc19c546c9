import type { Signer } from '@licencevault/keys'
import { composeIdentifier, composeQrToken, paperKeyId, type QrClaims, qrUrl } from '@licencevault/licence'
import type { AlgorithmPolicy } from '@licencevault/signing'
import type { Answer, Reason, Verdict } from '../src/index.ts'
import { clinicPermit, ending, foodPermit, health, market, paper, stranger } from './world.ts'

/** One code that was really signed, and what must be said of it. */
export interface QrCase {
  readonly name: string
  readonly text: () => Promise<string>
  readonly verdict: Verdict
  readonly reason?: Reason
  readonly genuine: Answer
  readonly inForce: Answer
  readonly at?: Date
  readonly policy?: AlgorithmPolicy
}

const no = { genuine: 'no', inForce: 'no' } as const
const open = { genuine: 'undetermined', inForce: 'undetermined' } as const
const forever = { from: '2026-11-20', until: null }

interface Said {
  readonly typeCode?: string
  readonly issuerCode?: string
  readonly validity?: QrClaims['validity']
  readonly key?: Signer
}

export async function code({ key = paper.market, validity = forever, ...said }: Said = {}): Promise<string> {
  const parts = {
    typeCode: foodPermit.code,
    issuerCode: market.code,
    serial: '20260001',
    version: 1,
    ...said,
  }
  return signed(composeIdentifier(parts), validity, key)
}

async function signed(
  identifier: string,
  validity: QrClaims['validity'],
  key: Signer,
  named = key,
): Promise<string> {
  const claims = { identifier, statementDigest: new Uint8Array(32).fill(7), validity }
  const token = await composeQrToken(claims, key, await paperKeyId(named.publicKey))
  return qrUrl('https://licence.example/v', token)
}

const food = composeIdentifier({
  typeCode: foodPermit.code,
  issuerCode: market.code,
  serial: '20260001',
  version: 1,
})

export const qrCases: readonly QrCase[] = [
  { name: 'a genuine code', text: () => code(), verdict: 'valid', genuine: 'yes', inForce: 'yes' },
  {
    name: 'the fragment alone',
    text: async () => (await code()).replace(/^.*#/, ''),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a code of something else',
    text: async () => 'https://weixin.example/pay?id=1',
    verdict: 'unreadable',
    reason: 'code-unreadable',
    ...open,
  },
  {
    name: 'a code of a later version',
    text: async () => bytesChanged(await code(), [0xa5, 0x01, 0x01, 0x02], [0xa5, 0x01, 0x02, 0x02]),
    verdict: 'unreadable',
    reason: 'code-version-unknown',
    ...open,
  },
  {
    name: 'an identifier with a wrong check character',
    text: () => signed(`${food.slice(0, -1)}${food.endsWith('0') ? '1' : '0'}`, forever, paper.market),
    verdict: 'not-a-licence',
    reason: 'identifier-wrong',
    ...no,
  },
  {
    name: 'another last day under the same signature',
    text: async () => {
      const genuine = await code({ validity: { from: '2026-11-20', until: '2026-11-21' } })
      return bytesChanged(genuine, [0x05, 0x19, 0x51, 0x2a], [0x05, 0x19, 0x61, 0x2a])
    },
    verdict: 'forged',
    reason: 'code-signature-wrong',
    ...no,
  },
  {
    name: 'a key that names itself by a listed key’s id',
    text: () => signed(food, forever, paper.nobody, paper.market),
    verdict: 'forged',
    reason: 'code-signature-wrong',
    ...no,
  },
  {
    name: 'a key that nobody listed',
    text: () => code({ key: paper.nobody }),
    verdict: 'forged',
    reason: 'paper-key-unknown',
    ...no,
  },
  {
    name: 'a key that is no longer accepted',
    text: () => code({ key: paper.lost }),
    verdict: 'seal-invalid',
    reason: 'paper-key-not-in-time',
    ...no,
  },
  {
    name: 'an authority that nobody listed',
    text: () => code({ issuerCode: stranger.code }),
    verdict: 'unknown-authority',
    reason: 'authority-unknown',
    ...open,
  },
  {
    name: 'the paper key of one authority for a licence of another',
    text: () => code({ key: paper.health }),
    verdict: 'not-entitled',
    reason: 'paper-key-of-another-authority',
    ...no,
  },
  {
    name: 'a type that the authority may not issue',
    text: () => code({ typeCode: clinicPermit.code }),
    verdict: 'not-entitled',
    reason: 'type-not-entitled',
    ...no,
  },
  {
    name: 'a genuine code of the other authority',
    text: () => code({ issuerCode: health.code, typeCode: clinicPermit.code, key: paper.health }),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'an expired licence',
    text: () => code({ validity: { from: '2026-11-20', until: '2026-11-22' } }),
    verdict: 'expired',
    reason: 'expired',
    genuine: 'yes',
    inForce: 'no',
  },
  {
    name: 'a licence not yet valid',
    text: () => code({ validity: { from: '2026-11-24', until: null } }),
    verdict: 'not-yet-valid',
    reason: 'not-yet-valid',
    genuine: 'yes',
    inForce: 'no',
  },
  {
    name: 'a code of an algorithm that the policy has ended',
    text: () => code(),
    policy: ending('Ed25519', '2026-11-22T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'algorithm-weak',
    ...open,
  },
  {
    name: 'a list past its next update',
    text: () => code(),
    at: new Date('2026-12-02T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'trust-stale',
    ...open,
  },
]

function bytesChanged(url: string, from: readonly number[], to: readonly number[]): string {
  const [base = '', fragment = ''] = url.split('#')
  const token = Buffer.from(fragment, 'base64url')
  const at = token.indexOf(Buffer.from(from))
  if (at < 0) throw new Error('nothing to change')
  token.set(to, at)
  return `${base}#${token.toString('base64url')}`
}
