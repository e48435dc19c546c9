import { VaultError } from '@licencevault/errors'
import { type QrToken, readIdentifier, readQrToken } from '@licencevault/licence'
import type { Check } from '@licencevault/signing'
import { beginningOf, instant } from './beijing-time.ts'
import { hex } from './bytes.ts'
import { authorityEntitled, authorityKnown, type Claim } from './checks/authority.ts'
import { paperKey } from './checks/paper-key.ts'
import { status, trustFresh, validity } from './checks/time.ts'
import { requireTime } from './open-trust.ts'
import { finding, fold, ok, type QrReport, skipped } from './report.ts'
import type { Trust } from './trust.ts'
import { codeVerdictWords } from './verdicts.ts'

/**
 * Verifies the text of a scanned code alone: the URL or its fragment. It proves identifier, statement
 * digest and dates; the checks `face` and `status` say what it cannot know. No I/O.
 *
 * @throws VaultError `time-wrong`
 */
export async function verifyQr(text: string, trust: Trust, { at }: { at: Date }): Promise<QrReport> {
  requireTime(at)
  const read = readCode(text)
  if (!read.claim)
    return fold([read.check, ...nothingToCheck, trustFresh(trust, at)], at, trust, codeVerdictWords)
  const { token, claim } = read
  const authority = trust.authorities.get(claim.authority.code)
  const checks = [
    read.check,
    ...(await paperKey(token, authority, trust, at)),
    authorityKnown(claim, trust),
    authority
      ? authorityEntitled(claim, authority, whenIssued(token, at))
      : skipped('authority-entitled', 'authority-known'),
    validity(token.validity, at),
    trustFresh(trust, at),
    status('code'),
    finding('skipped', 'face', 'face-not-in-code'),
  ]
  const code = {
    identifier: token.identifier,
    statementDigest: hex(token.statementDigest),
    validity: token.validity,
    keyId: hex(token.keyId),
    ...(authority && { authority: { code: authority.code, name: authority.name } }),
  }
  return { ...fold(checks, at, trust, codeVerdictWords), code }
}

type Code =
  | { readonly check: Check; readonly claim?: undefined }
  | { readonly check: Check; readonly claim: Claim; readonly token: QrToken }

function readCode(text: string): Code {
  try {
    const token = readQrToken(text)
    const { parts, findings } = readIdentifier(token.identifier)
    const [deviation] = findings
    if (!parts || deviation) {
      return {
        check: finding('failed', 'code-readable', 'identifier-wrong', {
          identifier: token.identifier,
          problem: deviation?.sentence.en ?? '',
          problemZh: deviation?.sentence.zh ?? '',
        }),
      }
    }
    const { issuerCode, typeCode } = parts
    const claim = {
      authority: { code: issuerCode, name: issuerCode },
      type: { code: typeCode, name: typeCode },
    }
    return { check: ok('code-readable', sentences.readable, { identifier: token.identifier }), claim, token }
  } catch (thrown) {
    if (!(thrown instanceof VaultError)) throw thrown
    const { code, details, sentence } = thrown
    if (code === 'qr-version-unknown') {
      return {
        check: finding('failed', 'code-readable', 'code-version-unknown', { version: details.version ?? '' }),
      }
    }
    const evidence = { code, problem: sentence.en, problemZh: sentence.zh }
    return { check: finding('failed', 'code-readable', 'code-unreadable', evidence) }
  }
}

/**
 * A code bears no time of issue. An entitlement counts that stood at any time between the first day
 * of validity and the moment of judging.
 */
function whenIssued({ validity: { from } }: QrToken, at: Date): { from: string; until: string } {
  const begun = beginningOf(from)
  const now = instant(at)
  return begun < now ? { from: begun, until: now } : { from: now, until: now }
}

const nothingToCheck: readonly Check[] = [
  skipped('paper-key', 'code-readable'),
  skipped('code-signature', 'code-readable'),
  skipped('authority-known', 'code-readable'),
  skipped('authority-entitled', 'code-readable'),
  skipped('validity', 'code-readable'),
]

const sentences = {
  readable: {
    en: 'The code is that of a licence, in version 1 of the format.',
    zh: '该二维码是证照二维码（格式版本 1）。',
  },
}
