import { caseParts, type VaultClient } from '@licencevault/api'
import { type CityCase, citySchedule, serviceItems } from '@licencevault/city'

/** The items, tables and cases of the city, through the door of a service. */

export const cityItems = serviceItems().map(({ item }) => item)

type Items = readonly { readonly code: string }[]

/** Defines items, so many in a message as it holds. */
export async function defineItems(
  archive: VaultClient['archive'],
  items: Items,
  run = 'items',
): Promise<void> {
  for (let at = 0; at < items.length; at += 400) {
    const definitionsJson = items.slice(at, at + 400).map((item) => JSON.stringify(item))
    await archive.defineItems({ requestId: `${run}-${at}`, user: 'wang', definitionsJson })
  }
}

/** The city's table, of these items alone. */
export function scheduleFor(items: Items, title = '归档范围和保管期限表') {
  const codes = new Set(items.map(({ code }) => code))
  const tables = citySchedule().items.filter(({ item }) => codes.has(item))
  return { format: 'licencevault.schedule/1', title, items: tables }
}

/** Files one case of the city. */
export function fileCase(
  archive: VaultClient['archive'],
  { order, files }: CityCase,
  { requestId, user = 'zhou', correction = '' }: { requestId: string; user?: string; correction?: string },
) {
  const open = (path: string) => files.get(path) ?? new Uint8Array()
  return archive.fileCase(caseParts({ requestId, user, correction, case: order, open }))
}

/** The civil date in the city, UTC+8. */
export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
