import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileOf, type Licence, orderOf, type VaultClient } from '@licencevault/api'
import { licenceTypes, makeOrders } from '@licencevault/city'
import type { Order } from '@licencevault/licence'

/** A licence that the demo issued, with its order and its file. */
export interface Issued {
  readonly order: Order
  readonly licence: Licence
  readonly path: string
  readonly file: Uint8Array
}

export interface IssueOptions {
  readonly count: number
  /** Another run draws other holders. */
  readonly run: string
  /** The civil date of the orders. */
  readonly on: string
  readonly folder: string
}

/** Issues over one stream, as a clerk's system with many orders does, and fetches every file. */
export async function issueMany(
  { issue }: VaultClient,
  { count, run, on, folder }: IssueOptions,
  step: () => void,
): Promise<Issued[]> {
  const orders = new Map<string, Order>()
  for (const order of makeOrders({ seed: `demo ${run}`, count, on })) {
    orders.set(`demo-${run}-${orders.size + 1}`, order)
  }
  const requests = [...orders].map(([requestId, order]) => ({ requestId, order: orderOf(order) }))
  const licences = new Map<string, Licence>()
  for await (const { requestId, licence, problem } of issue.issueMany(requests)) {
    if (!licence) throw new Error(`${requestId}: ${problem?.code} ${problem?.sentence?.en}`)
    licences.set(requestId, licence)
    step()
  }
  const issued: Issued[] = []
  for (const [requestId, order] of orders) {
    const licence = licences.get(requestId)
    if (!licence) throw new Error(`${requestId} has no outcome`)
    const path = join(folder, `${String(issued.length + 1).padStart(3, '0')}-${fileName(order)}.pdf`)
    const file = await fileOf(issue.fetch({ identifier: licence.identifier }))
    await writeFile(path, file)
    issued.push({ order, licence, path, file })
  }
  return issued
}

/** Issues one order and fetches its file. */
export async function issueOne(
  { issue }: VaultClient,
  requestId: string,
  order: Order,
): Promise<Omit<Issued, 'path'>> {
  const { licence } = await issue.issue({ requestId, order: orderOf(order) })
  if (!licence) throw new Error(`${requestId} was not answered`)
  return { order, licence, file: await fileOf(issue.fetch({ identifier: licence.identifier })) }
}

function fileName({ type }: Order): string {
  const name = licenceTypes.find(({ code }) => code === type.code)?.name ?? type.code
  return name.replaceAll(/[\s/\\、,，()（）]+/g, '-').replaceAll(/-+$/g, '')
}
