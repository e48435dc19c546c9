import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSuite } from '@licencevault/kit/suites'
import { describe, expect, it } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { buildPath } from '../path.ts'

interface Case {
  readonly id: string
  readonly name: string
  readonly cert: string
  readonly other_certs?: readonly string[]
  readonly crls?: readonly string[]
  readonly path_len: number
  readonly revocation?: boolean
  readonly error?: { readonly class: string; readonly msg_regex: string }
  readonly params?: {
    readonly user_initial_policy_set?: readonly string[]
    readonly initial_explicit_policy?: boolean
    readonly initial_policy_mapping_inhibit?: boolean
    readonly initial_any_policy_inhibit?: boolean
  }
}

await describeSuite('pkits', 'NIST PKITS', (folder) => {
  const cases = JSON.parse(readFileSync(join(folder, 'pkits.json'), 'utf8')) as Case[]
  const certificate = (file: string) => readCertificate(readFileSync(join(folder, 'certs', file)))

  describe('NIST PKITS', () => {
    it.each(cases.map((one) => [`${one.id} ${one.name}`, one] as const))('%s', async (_, one) => {
      const answer = await buildPath({
        leaf: certificate(one.cert),
        candidates: (one.other_certs ?? []).map(certificate),
        roots: [certificate('TrustAnchorRootCertificate.crt')],
        at: new Date('2022-05-01T00:00:00Z'),
        certificatePolicies: {
          ...(one.params?.user_initial_policy_set && { accepted: one.params.user_initial_policy_set }),
          requireExplicit: one.params?.initial_explicit_policy ?? false,
          inhibitMapping: one.params?.initial_policy_mapping_inhibit ?? false,
          inhibitAny: one.params?.initial_any_policy_inhibit ?? false,
        },
      })
      expect(
        `${answer.indication === 'TOTAL-PASSED'} ${answer.checks.map(({ reason }) => reason ?? '')}`,
      ).toBe(one.error ? 'false' : 'true')
    })
  })
})
