import { createHash } from 'node:crypto'
import { openLedger } from '@licencevault/ledger'
import type { Order } from '@licencevault/licence'
import { type Blobs, blobKeys, type Db } from '@licencevault/stores'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  auditor,
  type Bed,
  clockAt,
  codeOf,
  issuer,
  keeper,
  ledgerName,
  loadCatalogue,
  makeWorld,
  now,
  nth,
  officer,
  openBed,
  ordersOf,
  reopen,
  typeNamed,
} from '../../testing/bed.ts'
import { dump, type TableName, tableNames } from '../../testing/dump.ts'
import { type Licence, openVault, type Rebuilt, rebuildVault } from '../index.ts'

const food = '食品经营许可证'
const pharmacy = '药品经营许可证（零售）'
const driving = '机动车驾驶证'
const decided = { decision: '决定〔2026〕7号', legalBasis: '行政许可法第六十九条' }

/** Where a vault stands: documents, and as many empty databases as are asked for. */
export interface RebuildPlace {
  readonly blobs: Blobs
  database(): Promise<Db>
}

/** A database that was lost comes back from the documents, whatever both are. */
export function rebuildContract(name: string, open: () => Promise<RebuildPlace>): void {
  describe(`a database on ${name}, rebuilt`, () => {
    let place: RebuildPlace
    /** The office before its database was lost, and after it was rebuilt. */
    let before: Bed
    let bed: Bed
    let rows: Awaited<ReturnType<typeof dump>>
    let rebuilt: Rebuilt
    const issued: { readonly order: Order; readonly licence: Licence; readonly request: string }[] = []
    /** One whose file was never put, one that was made void, one whose file was kept and then taken away. */
    let cutOff = ''
    let voided = ''
    let robbed = ''

    beforeAll(async () => {
      const world = await makeWorld()
      place = await open()
      const { blobs } = place
      const db = await place.database()
      before = await openBed(world, { db, blobs, clock: clockAt(now) })
      await loadCatalogue(before, [food, pharmacy, driving].map(typeNamed))
      await liveThrough(before)
      rows = await dump(db, world.personalKey)
      await blobs.remove(blobKeys(ledgerName).licence(robbed))
      await before.ledger.close()
      await db.close()

      const empty = await place.database()
      const ledger = await openLedger({
        ...{ db: empty, blobs, clock: before.clock },
        ...{ signer: world.ledgerKey, name: ledgerName },
      })
      const options = { ...before.options, db: empty, ledger }
      rebuilt = await rebuildVault(options)
      bed = { ...before, ledger, options, vault: await openVault(options) }
      await bed.vault.recover()
    })

    /** Sixty licences, every move, and what a crash leaves behind. */
    async function liveThrough({ vault, clock, options }: Bed): Promise<void> {
      const issue = async (order: Order, request = `issue-${issued.length}`) => {
        const licence = await vault.issue.issue(issuer(order.authority.code), request, order)
        issued.push({ order, licence, request })
        return licence
      }
      for (const order of ordersOf(food, 30)) await issue(order)
      clock.forward(3_600_000)
      for (const order of ordersOf(pharmacy, 20)) await issue(order)
      for (const order of ordersOf(driving, 10)) await issue(order)

      const change = (at: number, move: object, request = `move-${at}`) => {
        clock.forward(60_000)
        const { licence } = nth(issued, at)
        return vault.status.change(officer(licence.authority), request, licence.identifier, {
          ...decided,
          ...move,
        } as never)
      }
      await change(30, { move: 'suspend', until: '2026-12-31' })
      await change(31, { move: 'suspend', until: '2026-12-31' }, 'suspend-31')
      await change(31, { move: 'restore', description: '整改完成' }, 'restore-31')
      await change(32, { move: 'revoke' })
      await change(33, { move: 'rescind', effectiveFrom: nth(issued, 33).licence.issuedAt })
      await change(34, { move: 'cancel' })
      await change(35, { move: 'withdraw' })
      await change(36, { move: 'transfer' }, 'transfer-36')
      await change(36, { move: 'recall' }, 'recall-36')
      await change(37, { move: 'revoke' }, 'revoke-37')
      await change(37, { move: 'correct', state: 'valid', description: '录入有误' }, 'correct-37')
      for (const [at, move] of (['replace', 'renew', 'reissue'] as const).entries()) {
        const { order, licence } = nth(issued, 40 + at)
        const how = { order, decision: `${move}决定` }
        await vault.status[move](officer(licence.authority), `${move}-1`, licence.identifier, how)
      }
      const again = nth(issued, 34)
      await issue(again.order, 'again-34')

      const type = typeNamed(driving)
      const template = await vault.catalogue.templateOf(type.code)
      await vault.catalogue.reviseType(keeper, 'revise', { ...type, version: 2 }, template)
      await vault.catalogue.retireType(keeper, 'retire', type.code)
      const { authority } = await vault.catalogue.getAuthority(nth(issued, 0).licence.authority)
      await vault.catalogue.reviseAuthority(keeper, 'move-house', {
        ...authority,
        name: { ...authority.name, en: 'Moved' },
      })

      // A process that ends before the file is put leaves a licence that nobody was told of.
      const blobs = {
        ...options.blobs,
        put: (key: string, ...rest: [Uint8Array]) =>
          key.includes('/licence/') ? Promise.reject(new Error('cut off')) : options.blobs.put(key, ...rest),
      }
      const broken = await openVault({ ...options, blobs: blobs as typeof options.blobs })
      const orders = ordersOf(food, 33).slice(30)
      const leave = async (at: number) => {
        const order = nth(orders, at)
        await codeOf(broken.issue.issue(issuer(order.authority.code), `cut-${at}`, order))
        const { rows: left } = await vault.issue.find(auditor, { state: 'issuing' })
        return {
          order,
          identifier: nth(
            left.map(({ identifier }) => identifier),
            left.length - 1,
          ),
        }
      }
      const ended = await leave(0)
      voided = ended.identifier
      await vault.issue.voidIssue(issuer(ended.order.authority.code), 'void-1', voided, '无法完成')
      cutOff = (await leave(1)).identifier
      robbed = (await issue(nth(orders, 2))).identifier
    }

    const without = (found: readonly Readonly<Record<string, unknown>>[], name: TableName) =>
      found.filter(
        (row) => name === 'vault_counters' || ![cutOff, voided, robbed].includes(String(row.identifier)),
      )

    describe('from the documents alone', () => {
      const same = tableNames.filter((name) => name !== 'vault_requests')

      it.each(same)('has the same rows in %s', async (name) => {
        const found = await dump(bed.options.db, bed.personalKey)
        expect(rows[name].length).toBeGreaterThan(0)
        expect(without(found[name], name)).toEqual(without(rows[name], name))
      })

      it('knows every request that led to an entry, by its digest', async () => {
        const found = await dump(bed.options.db, bed.personalKey)
        const own = found.vault_requests.filter(({ application }) => application !== 'vault')
        const facts = ({ application, request, kind, subject, ticket }: Readonly<Record<string, unknown>>) =>
          [application, request, kind, subject, ticket].join(' ')
        const named = rows.vault_requests.map((row) => {
          const digest = createHash('sha256').update(`${row.application}\0${row.request}`).digest('hex')
          return facts({ ...row, request: `#${digest}` })
        })
        expect(own.map(facts).sort()).toEqual(named.sort())
        const contents = new Map(own.map((row) => [row.request, String(row.content).split(' ')]))
        for (const row of rows.vault_requests) {
          if ([cutOff, voided, robbed].includes(String(row.subject)) && row.kind === 'issue') continue
          const digest = createHash('sha256').update(`${row.application}\0${row.request}`).digest('hex')
          expect(contents.get(`#${digest}`), `${row.kind} ${row.request}`).toContain(row.content)
        }
      })

      it('leads to the same root, with a ledger that no row contradicts', async () => {
        const { count, damages } = await bed.ledger.fsck()
        expect([count, damages]).toEqual([0, []])
        expect(rebuilt.entries).toBeGreaterThan(120)
      })

      it('tells of every licence what was told before, all of it held against the ledger', async () => {
        for (const { licence } of issued) {
          if (licence.identifier === robbed) continue
          const told = await bed.vault.issue.get(auditor, licence.identifier)
          expect(told).toMatchObject({ number: licence.number, file: licence.file, index: licence.index })
        }
      })

      it('makes void what was recorded and never got a file, and says what is lost', async () => {
        expect(rebuilt.voided).toEqual([cutOff])
        expect(rebuilt.lost).toEqual([{ identifier: robbed, code: 'blob-missing' }])
        for (const identifier of [cutOff, voided]) {
          expect(await bed.vault.issue.get(auditor, identifier)).toMatchObject({ state: 'void', number: '' })
        }
        expect(await codeOf(bed.vault.issue.get(auditor, robbed))).toBe('licence-lost')
      })

      it('answers old requests as before, and refuses them with other content', async () => {
        const { order, licence, request } = nth(issued, 3)
        const who = issuer(order.authority.code)
        const other = { ...order, validity: { ...order.validity, from: '2026-11-26' } }
        expect(await codeOf(bed.vault.issue.issue(who, request, other))).toMatch(
          /request-reused|order-does-not-fit/,
        )
        const again = await bed.vault.issue.issue(who, request, order)
        expect([again.identifier, again.number]).toEqual([licence.identifier, licence.number])
        expect(await codeOf(bed.vault.issue.issue(who, request, nth(issued, 4).order))).toBe('request-reused')

        const revoked = nth(issued, 32).licence
        const change = { move: 'revoke', ...decided } as const
        const act = await bed.vault.status.change(
          officer(revoked.authority),
          'move-32',
          revoked.identifier,
          change,
        )
        expect(act).toMatchObject({ kind: 'revoke', state: 'revoked', ...decided })
        const reworded = { ...change, decision: '另一决定' }
        expect(
          await codeOf(
            bed.vault.status.change(officer(revoked.authority), 'move-32', revoked.identifier, reworded),
          ),
        ).toBe('request-reused')

        const first = nth(issued, 40)
        const how = { order: first.order, decision: 'replace决定' }
        const { licence: second } = await bed.vault.status.replace(
          ...([officer(first.licence.authority), 'replace-1', first.licence.identifier, how] as const),
        )
        expect(second.predecessor).toBe(first.licence.identifier)
        const list = { nextUpdate: '2027-11-25T00:00:00Z', roots: [bed.city.root.certificate] }
        expect((await bed.vault.catalogue.publishAuthorityList(keeper, 'publish-1', list)).sequence).toBe(1)
      })

      it('goes on issuing: numbers continue, and no holder gets a second licence of a kind', async () => {
        const [order] = ordersOf(food, 1, 'later')
        const own = order as Order
        const licence = await bed.vault.issue.issue(issuer(own.authority.code), 'after', own)
        const all = await bed.vault.issue.find(auditor, { number: licence.number })
        expect(all.rows.map(({ identifier }) => identifier)).toEqual([licence.identifier])
        const place = (number: string) => number.slice(0, -4)
        const serials = issued
          .filter((one) => place(one.licence.number) === place(licence.number))
          .map((one) => Number(one.licence.number.slice(-4)))
        // Those of the two void ones are not given again.
        expect(Number(licence.number.slice(-4))).toBeGreaterThan(Math.max(0, ...serials))
        const held = nth(issued, 45)
        expect(
          await codeOf(bed.vault.issue.issue(issuer(held.order.authority.code), 'second', held.order)),
        ).toBe('holder-has-one')
      })
    })

    it('is done into an empty database only, and an empty one is not taken for a whole one', async () => {
      expect(await codeOf(rebuildVault(bed.options))).toBe('vault-not-empty')
      const db = await place.database()
      const ledger = await openLedger({ ...bed.options, db, signer: bed.ledgerKey, name: ledgerName })
      await ledger.rebuild()
      expect(await codeOf(openVault({ ...bed.options, db, ledger }))).toBe('rebuild-needed')
      const stop = new AbortController()
      stop.abort(new Error('stopped'))
      await expect(rebuildVault({ ...bed.options, db, ledger }, { signal: stop.signal })).rejects.toThrow(
        'stopped',
      )
      expect(await codeOf(openVault({ ...bed.options, db, ledger }))).toBe('rebuild-unfinished')
      await rebuildVault({ ...bed.options, db, ledger })
      const { vault } = await reopen({ ...bed, options: { ...bed.options, db }, ledger })
      const { licence } = nth(issued, 0)
      expect((await vault.issue.get(auditor, licence.identifier)).number).toBe(licence.number)
      await db.close()
    })
  })
}
