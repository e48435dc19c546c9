import { VaultError } from '@licencevault/errors'
import type { Order } from '@licencevault/licence'
import type { Blobs, Db } from '@licencevault/stores'
import { verifyLicence } from '@licencevault/verify'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  auditor,
  type Bed,
  bytesOf,
  codeOf,
  enquirer,
  issuer,
  keeper,
  loadCatalogue,
  makeWorld,
  nth,
  officer,
  openBed,
  ordersOf,
  typeNamed,
} from '../testing/bed.ts'
import type { Licence, Outcome } from './index.ts'

const food = '食品经营许可证'
const pharmacy = '药品经营许可证（零售）'
const driving = '机动车驾驶证'

/** What the office promises, whatever it stands on. */
export function vaultContract(name: string, stores: () => Promise<{ db: Db; blobs: Blobs }>): void {
  describe(`an office on ${name}`, () => {
    let bed: Bed
    let requests = 0
    const request = () => `request-${++requests}`
    const issue = (order: Order, requestId = request()): Promise<Licence> =>
      bed.vault.issue.issue(issuer(order.authority.code), requestId, order)
    const orders = new Map<string, Order[]>()
    /** Orders that nobody had before. */
    const next = (type: string, count = 1): Order[] => {
      const left = orders.get(type) ?? ordersOf(type, 400)
      orders.set(type, left.slice(count))
      return left.slice(0, count)
    }

    beforeAll(async () => {
      bed = await openBed(await makeWorld(), await stores())
      await loadCatalogue(bed, [typeNamed(food), typeNamed(pharmacy), typeNamed(driving)])
    })

    describe('issue', () => {
      it('answers the same request with the same licence, and refuses it with other content', async () => {
        const [order, other] = next(food, 2)
        const first = await issue(nth([order], 0) as Order, 'twice')
        expect(await issue(order as Order, 'twice')).toEqual(first)
        expect(await codeOf(issue(other as Order, 'twice'))).toBe('request-reused')
        const found = await bed.vault.issue.find(auditor, { number: first.number })
        expect(found.rows.map(({ identifier }) => identifier)).toEqual([first.identifier])
      })

      it('hands out a file that proves itself offline', async () => {
        const [order] = next(food)
        const licence = await issue(order as Order)
        const { stream, size, digest } = await bed.vault.issue.fetch(auditor, licence.identifier)
        const file = await bytesOf(stream)
        expect([file.length, digest]).toEqual([size, licence.file?.digest])
        const report = await verifyLicence(file, await bed.vault.catalogue.trust(), { at: bed.clock() })
        expect([report.verdict, report.licence?.identifier]).toEqual(['valid', licence.identifier])
        const receipt = report.checks.find(({ name }) => name === 'receipt')
        expect(receipt).toMatchObject({ outcome: 'passed', evidence: { index: licence.index } })
      })

      it('numbers without gap or collision, however many ask two offices over the same stores at once', async () => {
        const many = next(food, 60)
        const twin = await openBed(bed, { db: bed.options.db, blobs: bed.options.blobs, clock: bed.clock })
        const rooms = [bed.vault.issue, twin.vault.issue]
        const seen = await Promise.all(
          many.map((order, index) =>
            nth(rooms, index % 2).issue(issuer(order.authority.code), request(), order),
          ),
        )
        const rows = await allOf({ type: typeNamed(food).code })
        const byPlace = Map.groupBy(rows, ({ number }) => number.slice(0, -4))
        for (const [, group] of byPlace) {
          const serials = group.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b)
          expect(serials).toEqual(serials.map((_, index) => index + 1))
        }
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
        expect(rows.length).toBeGreaterThanOrEqual(seen.length)
      })

      it('issues many from a stream, and one that is refused stops no other', async () => {
        const good = next(food, 40)
        const wrong = { ...nth(good, 0), validity: { from: '2026-11-25', until: '2026-11-26' } }
        const wanted = [...good.slice(1), wrong].map((order, index) => ({
          requestId: `many-${index}`,
          order,
        }))
        const authorities = new Set(wanted.map(({ order }) => order.authority.code))
        const outcomes: Outcome[] = []
        for (const authority of authorities) {
          const own = wanted.filter(({ order }) => order.authority.code === authority)
          for await (const outcome of bed.vault.issue.issueMany(issuer(authority), own))
            outcomes.push(outcome)
        }
        expect(outcomes.map(({ requestId }) => requestId).sort()).toEqual(
          wanted.map(({ requestId }) => requestId).sort(),
        )
        const refused = outcomes.filter(({ error }) => error !== undefined)
        expect(refused.map(({ requestId, error }) => [requestId, (error as VaultError).code])).toEqual([
          ['many-39', 'order-does-not-fit'],
        ])
      })

      it('gives a holder one valid licence where the type allows one, though ten ask at once', async () => {
        const [order] = next(pharmacy)
        const asked = Array.from({ length: 10 }, () => issue(order as Order).catch((cause: unknown) => cause))
        const answers = await Promise.all(asked)
        const refused = answers.filter((answer) => answer instanceof VaultError)
        expect(refused.map(({ code }) => code)).toEqual(Array(9).fill('holder-has-one'))
        const [licence] = answers.filter((answer) => !(answer instanceof Error)) as Licence[]
        await bed.vault.status.change(
          officer(nth([order], 0)?.authority.code ?? ''),
          request(),
          licence?.identifier ?? '',
          { move: 'cancel', decision: '注销决定〔2026〕1号', legalBasis: '行政许可法第七十条' },
        )
        expect((await issue(order as Order)).state).toBe('valid')
      })

      it('refuses whoever may not, by name', async () => {
        const [order] = next(food)
        const { issue: room } = bed.vault
        const own = order as Order
        const other = bed.city.seals.find(({ department }) => department.code !== own.authority.code)
        expect(await codeOf(room.issue(enquirer, request(), own))).toBe('role-may-not')
        expect(await codeOf(room.issue(issuer(other?.department.code ?? ''), request(), own))).toBe(
          'authority-other',
        )
        expect(await codeOf(room.find(enquirer, { number: 'x' }))).toBe('role-may-not')
        expect(await codeOf(issue({ ...own, type: { ...own.type, version: 9 } }))).toBe('type-unknown')
        expect(await codeOf(issue(own, ''))).toBe('request-id-wrong')
      })

      it('shows a specimen that is no licence', async () => {
        const [order] = next(food)
        const own = order as Order
        const file = await bed.vault.issue.preview(issuer(own.authority.code), own)
        const report = await verifyLicence(file, await bed.vault.catalogue.trust(), { at: bed.clock() })
        expect([report.verdict, report.genuine]).toEqual(['not-sealed', 'no'])
      })
    })

    const allOf = async (criteria: Parameters<Bed['vault']['issue']['find']>[1]): Promise<Licence[]> => {
      const rows: Licence[] = []
      let cursor: string | undefined
      do {
        const page = await bed.vault.issue.find(auditor, criteria, { size: 7, ...(cursor && { cursor }) })
        rows.push(...page.rows)
        cursor = page.next
      } while (cursor !== undefined)
      return rows
    }

    describe('find', () => {
      it('walks through all rows once, whatever is issued meanwhile', async () => {
        const type = typeNamed(food).code
        const before = await allOf({ type })
        const first = await bed.vault.issue.find(auditor, { type }, { size: 5 })
        bed.clock.forward(1000)
        const [order] = next(food)
        const late = await issue(order as Order)
        const seen = [...first.rows]
        let { next: cursor } = first
        while (cursor !== undefined) {
          const page = await bed.vault.issue.find(auditor, { type }, { size: 5, cursor })
          seen.push(...page.rows)
          cursor = page.next
        }
        expect(seen.map(({ identifier }) => identifier)).toEqual([
          ...before.map(({ identifier }) => identifier),
          late.identifier,
        ])
      })

      it('finds by holder, and by state as it is now', async () => {
        const [order] = next(pharmacy)
        const own = order as Order
        const licence = await issue(own)
        const { code, codeType } = nth(own.holders, 0)
        const found = await bed.vault.issue.find(auditor, { holder: { code, codeType } })
        expect(found.rows).toEqual([licence])
        const valid = await allOf({ holder: { code }, state: 'valid' })
        expect(valid).toEqual([licence])
        expect(await allOf({ holder: { code }, state: 'suspended' })).toEqual([])
      })

      it('refuses no criterion, and the cursor of another query or caller', async () => {
        const { issue: room } = bed.vault
        expect(await codeOf(room.find(auditor, {}))).toBe('find-criterion-missing')
        expect(await codeOf(room.find(auditor, { authority: keeper.authority }))).toBe(
          'find-criterion-missing',
        )
        const { next: cursor = '' } = await room.find(auditor, { state: 'valid' }, { size: 1 })
        expect(await codeOf(room.find(auditor, { state: 'expired' }, { cursor }))).toBe('cursor-wrong')
        expect(await codeOf(room.find(auditor, { state: 'valid' }, { cursor: `x${cursor}` }))).toBe(
          'cursor-wrong',
        )
        expect(await codeOf(room.find(issuer(keeper.authority), { state: 'valid' }, { cursor }))).toBe(
          'cursor-wrong',
        )
        expect(await codeOf(room.find(auditor, { state: 'valid' }, { size: 501 }))).toBe('page-size-wrong')
      })
    })

    describe('status', () => {
      const decided = { decision: '决定〔2026〕7号', legalBasis: '行政许可法第六十九条' }
      const newLicence = async (type = food) => {
        const [order] = next(type)
        const own = order as Order
        const licence = await issue(own)
        return { own, licence, who: officer(own.authority.code), id: licence.identifier }
      }

      it('suspends, restores and revokes, and tells what it was and when that was known', async () => {
        const { who, id } = await newLicence()
        const { status } = bed.vault
        const issuedAt = bed.clock()
        bed.clock.forward(3_600_000)
        const suspended = await status.change(who, request(), id, {
          move: 'suspend',
          until: '2026-12-31',
          ...decided,
        })
        expect(suspended).toMatchObject({
          kind: 'suspend',
          state: 'suspended',
          until: '2026-12-31',
          ...decided,
        })
        bed.clock.forward(3_600_000)
        await status.change(who, request(), id, { move: 'restore', decision: '发还' })
        bed.clock.forward(3_600_000)
        await status.change(who, request(), id, {
          move: 'rescind',
          effectiveFrom: issuedAt.toISOString(),
          ...decided,
        })
        const at = new Date(issuedAt.getTime() + 90 * 60_000)
        expect((await status.statusAsOf(id, { at, knownAt: at })).state).toBe('suspended')
        expect((await status.statusAsOf(id, { at })).state).toBe('rescinded')
        expect((await status.statusAsOf(id)).recorded).toBe('rescinded')
        const history = await status.history(id)
        expect(history.map(({ kind }) => kind)).toEqual(['issued', 'kept', 'suspend', 'restore', 'rescind'])
        const before = new Date(issuedAt.getTime() - 1000)
        expect(await codeOf(status.statusAsOf(id, { at: before }))).toBe('status-not-known-then')
      })

      it('answers the same request with the same act, and leaves a final state only by correction', async () => {
        const { who, id } = await newLicence()
        const { status } = bed.vault
        const asked = { move: 'revoke', ...decided } as const
        const act = await status.change(who, 'revoke-once', id, asked)
        expect(await status.change(who, 'revoke-once', id, asked)).toEqual(act)
        expect(await codeOf(status.change(who, 'revoke-once', id, { ...asked, decision: '另一决定' }))).toBe(
          'request-reused',
        )
        expect(
          await codeOf(
            status.change(who, request(), id, { move: 'suspend', until: '2026-12-31', ...decided }),
          ),
        ).toBe('move-not-permitted')
        const corrected = await status.change(who, request(), id, {
          move: 'correct',
          state: 'valid',
          description: '录入有误',
          ...decided,
        })
        expect(corrected.state).toBe('valid')
        expect((await bed.vault.issue.get(auditor, id)).state).toBe('valid')
      })

      it('refuses what names no decision, what reaches back too far, what is still to come, and strangers', async () => {
        const { who, id, own } = await newLicence()
        const { status } = bed.vault
        const ask = (change: object, by = who) =>
          codeOf(status.change(by, request(), id, { move: 'revoke', ...decided, ...change } as never))
        expect(await ask({ decision: undefined })).toBe('move-must-name')
        expect(await ask({ decision: ' ' })).toBe('change-malformed')
        expect(await ask({ effectiveFrom: '2020-01-01' })).toBe('effective-before-issue')
        expect(await ask({ effectiveFrom: '2027-01-01' })).toBe('effective-in-future')
        expect(await ask({ effectiveFrom: 'yesterday' })).toBe('effective-time-wrong')
        expect(await ask({ move: 'replace' })).toBe('move-needs-order')
        const other = bed.city.seals.find(({ department }) => department.code !== own.authority.code)
        expect(await ask({}, officer(other?.department.code ?? ''))).toBe('authority-other')
        expect(await ask({}, issuer(own.authority.code))).toBe('role-may-not')
        expect((await bed.vault.issue.get(auditor, id)).state).toBe('valid')
      })

      it.each(['replace', 'renew', 'reissue'] as const)(
        '%s links both ways and counts the version up',
        async (name) => {
          const { who, id, own, licence } = await newLicence(pharmacy)
          const { status } = bed.vault
          const how = { order: own, decision: '变更决定〔2026〕3号' }
          const { licence: second, act } = await status[name](who, `${name}-once`, id, how)
          expect(second.identifier).toMatch(/\.002\..$/)
          expect(second).toMatchObject({ state: 'valid', number: licence.number, predecessor: id })
          expect(act).toMatchObject({
            kind: name,
            state: 'superseded',
            successor: second.identifier,
            identifier: id,
          })
          expect(await bed.vault.issue.get(auditor, id)).toMatchObject({
            state: 'superseded',
            successor: second.identifier,
          })
          expect((await status[name](who, `${name}-once`, id, how)).licence).toEqual(second)
          expect(await codeOf(status[name](who, request(), id, how))).toBe('move-not-permitted')
          expect(await codeOf(issue(own))).toBe('holder-has-one')
          const { licence: third } = await status.replace(who, request(), second.identifier, how)
          expect(third.identifier).toMatch(/\.003\..$/)
        },
      )

      it('only one of two who replace the same licence succeeds', async () => {
        const { who, id, own } = await newLicence()
        const how = { order: own, decision: '变更' }
        const both = await Promise.allSettled([
          bed.vault.status.replace(who, request(), id, how),
          bed.vault.status.replace(who, request(), id, how),
        ])
        expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      })
    })

    describe('authenticate', () => {
      it('answers by file, by identifier and by code, and tells the states apart', async () => {
        const [order] = next(food)
        const own = order as Order
        const licence = await issue(own)
        const id = licence.identifier
        const file = await bytesOf((await bed.vault.issue.fetch(auditor, id)).stream)
        const { authenticate, status } = bed.vault
        const verdicts = async () => [
          (await authenticate.byFile(enquirer, file)).verdict,
          (await authenticate.byIdentifier(enquirer, id)).verdict,
        ]
        expect(await verdicts()).toEqual(['valid', 'valid'])
        const who = officer(own.authority.code)
        const decided = { decision: '决定', legalBasis: '依据' }
        await status.change(who, request(), id, { move: 'suspend', until: '2026-12-31', ...decided })
        expect(await verdicts()).toEqual(['suspended', 'suspended'])
        const report = await authenticate.byIdentifier(enquirer, id)
        expect(report).toMatchObject({ genuine: 'yes', inForce: 'no', answer: 2 })
        await status.change(who, request(), id, { move: 'revoke', ...decided })
        expect(await verdicts()).toEqual(['revoked', 'revoked'])
        expect((await authenticate.byFile(enquirer, file)).fileAnswer).toBe(0)
      })

      it('compares the face, answers 0, 4, 5 and 6, and tells an enquirer nothing personal', async () => {
        const [order] = next(food)
        const own = order as Order
        const { identifier: id, number } = await issue(own)
        const { name: holder, code } = nth(own.holders, 0)
        const { authenticate } = bed.vault
        const ask = (face: object, who = enquirer, of = id) => authenticate.byIdentifier(who, of, face)
        const right = { number, holders: [{ name: holder, code }] }
        expect((await ask(right)).answer).toBe(0)
        expect(await ask({ number })).toMatchObject({ answer: 4, verdict: 'face-incomplete' })
        const wrong = await ask({ ...right, number: 'JY0' })
        expect(wrong).toMatchObject({ answer: 6, verdict: 'face-differs', genuine: 'no' })
        expect(JSON.stringify(await ask(right))).not.toContain(holder)
        expect(JSON.stringify(wrong)).not.toContain('number')
        expect(JSON.stringify(await ask(right, auditor))).toContain(holder)
        const unknown = id.replace(/\.001\..$/, '.002.0')
        expect((await ask(right, enquirer, unknown)).answer).toBe(5)
      })

      it('checks the kept file, and remembers when', async () => {
        const [order] = next(food)
        const { identifier: id } = await issue(order as Order)
        const before = await bed.vault.authenticate.byIdentifier(enquirer, id)
        bed.clock.forward(86_400_000)
        expect((await bed.vault.authenticate.checkKept(auditor, id)).genuine).toBe('yes')
        const after = await bed.vault.authenticate.byIdentifier(enquirer, id)
        expect(Date.parse(after.sealCheckedAt ?? '')).toBe(
          Date.parse(before.sealCheckedAt ?? '') + 86_400_000,
        )
      })
    })

    describe('catalogue', () => {
      it('revises a type: the new version is issued, old licences keep theirs', async () => {
        const { catalogue } = bed.vault
        const type = typeNamed(driving)
        const [order, other] = next(driving, 2)
        const old = await issue(order as Order)
        const second = { ...type, version: 2, nameEn: `${type.nameEn} (revised)` }
        const template = await catalogue.templateOf(type.code)
        expect(await codeOf(catalogue.defineType(keeper, request(), second, template))).toBe('type-exists')
        const revised = await catalogue.reviseType(keeper, 'revise', second, template)
        expect(await catalogue.reviseType(keeper, 'revise', second, template)).toEqual(revised)
        expect((await catalogue.getType(type.code)).type.version).toBe(2)
        expect(await codeOf(issue(other as Order))).toBe('type-superseded')
        const now = await issue({ ...(other as Order), type: { code: type.code, version: 2 } })
        expect([now.type.version, (await bed.vault.issue.get(auditor, old.identifier)).type.version]).toEqual(
          [2, 1],
        )
        await catalogue.retireType(keeper, 'retire', type.code)
        const [third] = next(driving)
        expect(await codeOf(issue({ ...(third as Order), type: { code: type.code, version: 2 } }))).toBe(
          'type-retired',
        )
        expect((await catalogue.findTypes()).rows.map(({ type: { code } }) => code)).not.toContain(type.code)
      })

      it('publishes lists whose number grows, under its own seal', async () => {
        const { catalogue } = bed.vault
        const before = await catalogue.authorityList()
        const wanted = { nextUpdate: '2028-01-01T00:00:00Z', roots: [bed.city.root.certificate] }
        const list = await catalogue.publishAuthorityList(keeper, 'again', wanted)
        expect(list.sequence).toBe(before.sequence + 1)
        expect(await catalogue.publishAuthorityList(keeper, 'again', wanted)).toEqual(list)
        expect((await catalogue.trust()).sequence).toBe(list.sequence)
        expect(await codeOf(catalogue.publishAuthorityList(auditor, request(), wanted))).toBe('role-may-not')
      })

      it('finds authorities by name and by what they issue', async () => {
        const { catalogue } = bed.vault
        const page = await catalogue.findAuthorities({ type: typeNamed(pharmacy).code }, { size: 2 })
        expect(page.rows.every(({ authority }) => authority.licenceTypes.length > 0)).toBe(true)
        const all = await catalogue.findAuthorities({}, { size: 500 })
        expect(all.rows).toHaveLength(bed.city.seals.length)
      })
    })
  })
}
