import type { HandlersOf } from '../call.ts'
import {
  authorityFrom,
  authorityTo,
  jsonOf,
  listTo,
  templateFrom,
  typeFrom,
  typeTo,
} from '../convert/catalogue.ts'
import { said } from '../convert/licence.ts'
import { required } from '../convert/order.ts'
import { pageFrom } from '../convert/page.ts'
import type { OpenOffice } from '../office.ts'

export function catalogueHandlers(office: () => OpenOffice): HandlersOf<'catalogue'> {
  const room = () => office().vault.catalogue
  return {
    async DefineType({ requestId, definitionJson, templateJson }, { caller }) {
      const [type, template] = [typeFrom(definitionJson), templateFrom(templateJson)]
      return { type: typeTo(await room().defineType(caller, requestId, type, template)) }
    },
    async ReviseType({ requestId, definitionJson, templateJson }, { caller }) {
      const [type, template] = [typeFrom(definitionJson), templateFrom(templateJson)]
      return { type: typeTo(await room().reviseType(caller, requestId, type, template)) }
    },
    async RetireType({ requestId, code }, { caller }) {
      return { type: typeTo(await room().retireType(caller, requestId, code)) }
    },
    async GetType({ ref }) {
      const { code, version } = required(ref, 'ref')
      const record = await room().getType(code, version || undefined)
      const template = await room().templateOf(code, record.type.version)
      return { type: typeTo(record), templateJson: jsonOf(template) }
    },
    async FindTypes({ nameContains, kind, issuingAuthority, withRetired, page }) {
      const criteria = {
        ...said('name', nameContains),
        ...(kind ? { kind: kind as 'licence' } : {}),
        ...said('issuer', issuingAuthority),
        retired: withRetired,
      }
      const { rows, next } = await room().findTypes(criteria, pageFrom(page))
      return { types: rows.map(typeTo), nextCursor: next ?? '' }
    },
    async AddAuthority({ requestId, authority }, { caller }) {
      const listed = await office().fillIn(authorityFrom(authority))
      return { authority: authorityTo(await room().addAuthority(caller, requestId, listed)) }
    },
    async ReviseAuthority({ requestId, authority }, { caller }) {
      const listed = await office().fillIn(authorityFrom(authority))
      return { authority: authorityTo(await room().reviseAuthority(caller, requestId, listed)) }
    },
    async FindAuthorities({ nameContains, typeCode, page }) {
      const criteria = { ...said('name', nameContains), ...said('type', typeCode) }
      const { rows, next } = await room().findAuthorities(criteria, pageFrom(page))
      return { authorities: rows.map(authorityTo), nextCursor: next ?? '' }
    },
    async PublishAuthorityList({ requestId, nextUpdate, roots }, { caller }) {
      const given = roots.map((der) => new Uint8Array(der))
      const list = { nextUpdate, roots: given.length > 0 ? given : office().sealRoots }
      return { list: listTo(await room().publishAuthorityList(caller, requestId, list)) }
    },
    async GetAuthorityList() {
      return { list: listTo(await room().authorityList()) }
    },
  }
}
