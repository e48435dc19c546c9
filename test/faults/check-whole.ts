import { createHash } from 'node:crypto'
import { fileOf } from '@licencevault/api'
import { readSettings } from '@licencevault/service'
import { openTrust, rootsOf, verifyLicence } from '@licencevault/verify'
import { openKeys } from '../../services/vault/src/keys.ts'
import { openOffice } from '../../services/vault/src/office.ts'
import type { Acknowledged } from './kill.ts'
import { startServiceProcess } from './service-process.ts'
import type { Pair } from './stores.ts'

/** Reads everything once more, through the service and beside it, and says what is not as it should be. */
export async function checkWhole(
  pair: Pair,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  return [...(await throughTheDoor(pair, acknowledged)), ...(await insideTheStores(pair))]
}

/** What was acknowledged is there, the same, genuine, under a number of its own, in the state that was answered. */
async function throughTheDoor(pair: Pair, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const service = await startServiceProcess(pair)
  const problems: string[] = []
  try {
    const { client } = service
    const { list } = await client.catalogue.getAuthorityList({})
    const authorityList = new Uint8Array(list?.sealed ?? [])
    const trust = await openTrust({ authorityList, roots: [...rootsOf(authorityList)], at: new Date() })
    const numbers = new Map<string, string>()
    for (const { identifier, number, digest, suspended } of acknowledged) {
      const file = await fileOf(client.issue.fetch({ identifier }))
      const found = createHash('sha256').update(file).digest('hex')
      if (found !== digest) problems.push(`${identifier}: another file than was acknowledged`)
      const { verdict, genuine } = await verifyLicence(file, trust, { at: new Date() })
      if (genuine !== 'yes') problems.push(`${identifier}: ${verdict}`)
      const { licence } = await client.issue.get({ identifier })
      const state = suspended ? 'STATE_SUSPENDED' : licence?.state
      if (licence?.state !== state)
        problems.push(`${identifier}: ${licence?.state}, acknowledged as suspended`)
      const other = numbers.get(number)
      if (other !== undefined) problems.push(`${identifier} and ${other} have the same number`)
      numbers.set(number, identifier)
    }
  } finally {
    await service.stop()
  }
  return problems
}

/** Every sealed file has its entry, nothing is left unfinished, and rows, tiles and checkpoint agree. */
async function insideTheStores(pair: Pair): Promise<string[]> {
  const settings = await readSettings({ environment: { ...pair.environment } })
  const office = await openOffice(settings, await openKeys(settings))
  const stores = await pair.open()
  const problems: string[] = []
  try {
    const { finished, failed } = await office.vault.recover()
    if (finished.length + failed.length > 0)
      problems.push(`${finished.length + failed.length} were left unfinished`)
    for await (const { key } of stores.blobs.list(stores.keys.licences)) {
      const identifier = key.slice(key.lastIndexOf('/') + 1, -'.pdf'.length)
      const kinds = (await office.ledger.entriesOf(identifier)).map(({ entry }) => entry.kind)
      if (kinds[0] !== 'issued' || kinds[1] !== 'kept')
        problems.push(`${identifier}: a file with ${kinds.join(', ')}`)
    }
    const { count, damages } = await office.ledger.fsck()
    if (count > 0) problems.push(`fsck: ${count} damages, first ${JSON.stringify(damages[0])}`)
  } finally {
    await stores.close()
    await office.close()
  }
  return problems
}
