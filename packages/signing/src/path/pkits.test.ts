import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeSuite } from '@licencevault/kit/suites'
import { describe, expect, it } from 'vitest'
import { readCertificate } from '../certificate.ts'
import { buildPath, type PathAnswer } from '../path.ts'
import { revocationRule } from '../revocation/rule.ts'

/** One path of the suite, as the package that carries it writes it down. */
interface Case {
  readonly id: string
  readonly name: string
  readonly cert: string
  readonly other_certs?: readonly string[]
  readonly crls?: readonly string[]
  readonly error?: object
  readonly params?: {
    readonly user_initial_policy_set?: readonly string[]
    readonly initial_explicit_policy?: boolean
    readonly initial_policy_mapping_inhibit?: boolean
    readonly initial_any_policy_inhibit?: boolean
  }
}

/** Paths that are valid and that we leave open: each with the reason we give, which is tested too. */
const leftOpen: Readonly<Record<string, string>> = {
  // DSA is no algorithm of this package, and SHA-1 with it no good one.
  valid_dsa_signatures_test4: 'algorithm-weak',
  valid_dsa_parameter_inheritance_test5: 'algorithm-weak',
  // Lists that somebody else issues for the certificate's issuer.
  valid_idp_with_indirectcrl_test22: 'crl-indirect',
  valid_idp_with_indirectcrl_test24: 'crl-indirect',
  valid_idp_with_indirectcrl_test25: 'crl-indirect',
  valid_crlissuer_test28: 'crl-indirect',
  valid_crlissuer_test29: 'crl-indirect',
  valid_crlissuer_test30: 'crl-indirect',
  valid_crlissuer_test33: 'crl-indirect',
  // A hold in the complete list that a delta list lifts.
  valid_deltacrl_test5: 'crl-delta',
  valid_deltacrl_test7: 'crl-delta',
}

/** Signatures that are no whole number of bytes, and a negative serial number. */
const unreadable = expect.stringMatching(/^(encoding|certificate)-wrong$/)

await describeSuite('pkits', 'NIST PKITS', (folder) => {
  const cases = JSON.parse(readFileSync(join(folder, 'pkits.json'), 'utf8')) as Case[]
  const read = (kind: string) => (file: string) => new Uint8Array(readFileSync(join(folder, kind, file)))
  const certificate = (file: string) => readCertificate(read('certs')(file))
  const root = certificate('TrustAnchorRootCertificate.crt')

  async function judge({ cert, other_certs = [], crls = [], params = {} }: Case): Promise<PathAnswer> {
    return buildPath({
      leaf: certificate(cert),
      candidates: other_certs.map(certificate),
      roots: [root],
      at: new Date('2022-05-01T00:00:00Z'),
      certificatePolicies: {
        ...(params.user_initial_policy_set && { accepted: params.user_initial_policy_set }),
        requireExplicit: params.initial_explicit_policy ?? false,
        inhibitMapping: params.initial_policy_mapping_inhibit ?? false,
        inhibitAny: params.initial_any_policy_inhibit ?? false,
      },
      rules: [revocationRule({ crls: [...crls, 'TrustAnchorRootCRL.crl'].map(read('crls')) })],
    })
  }

  describe('NIST PKITS', () => {
    it.each(cases.map((one) => [`${one.id} ${one.name}`, one] as const))('%s', async (_, one) => {
      const answer = await judge(one).catch(({ code }: { code?: string }) => code ?? 'untyped')
      const open = leftOpen[one.name]
      if (typeof answer === 'string') expect([answer, one.error]).toEqual([unreadable, expect.anything()])
      else if (open) expect(answer.checks.flatMap(({ reason }) => reason ?? [])).toEqual([open])
      else expect(answer.indication === 'TOTAL-PASSED').toBe(!one.error)
    })

    it('is there whole, and all that is left open is in it', () => {
      expect(cases).toHaveLength(246)
      const valid = cases.filter(({ error }) => !error).map(({ name }) => name)
      expect(Object.keys(leftOpen).filter((name) => !valid.includes(name))).toEqual([])
    })
  })
})
