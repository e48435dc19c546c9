import type { Office } from '../office.ts'
import { describe, findAuthorities, readAuthority } from './authorities.ts'
import { lastList, publish, trustKeeper } from './list.ts'
import type { Catalogue } from './room.ts'
import { findTypes, readTemplate, readType, retire, takeIn } from './types.ts'

/** Opens the catalogue over the tables and documents of an office. */
export function openCatalogue(office: Office): Catalogue {
  const keeper = trustKeeper(office)
  return Object.freeze<Catalogue>({
    defineType: (caller, requestId, type, template) =>
      takeIn(office, caller, requestId, 'type-defined', { type, template }),
    reviseType: (caller, requestId, type, template) =>
      takeIn(office, caller, requestId, 'type-revised', { type, template }),
    retireType: (caller, requestId, code) => retire(office, caller, requestId, code),
    getType: (code, version) => readType(office, code, version),
    templateOf: async (code, version) => readTemplate(office, (await readType(office, code, version)).type),
    findTypes: (criteria = {}, page = {}) => findTypes(office, criteria, page),
    addAuthority: (caller, requestId, authority) =>
      describe(office, caller, requestId, 'authority-added', authority),
    reviseAuthority: (caller, requestId, authority) =>
      describe(office, caller, requestId, 'authority-revised', authority),
    getAuthority: (code) => readAuthority(office, code),
    findAuthorities: (criteria = {}, page = {}) => findAuthorities(office, criteria, page),
    async publishAuthorityList(caller, requestId, wanted) {
      const list = await publish(office, caller, requestId, wanted)
      keeper.forget()
      return list
    },
    authorityList: () => lastList(office),
    trust: keeper.trust,
  })
}
