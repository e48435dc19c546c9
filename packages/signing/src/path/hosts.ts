/** How host names and mailboxes stand to the constraints on them (RFC 5280 §4.2.1.10). */

/**
 * Labels of letters, digits and hyphens (RFC 1034 §3.5), a wildcard only as the whole leftmost label, and
 * no address: four numbers are not a host's name.
 */
export function isHostName(text: string, wildcard = false): boolean {
  const name = wildcard && text.startsWith('*.') ? text.slice(2) : text
  return name.length <= 253 && hostName.test(name) && !/(^|\.)\d+$/.test(name)
}

const hostName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i

/** A mailbox as a certificate writes it: a local part, which may be quoted, and a host. */
export function isMailbox(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || !isHostName(text.slice(at + 1))) return false
  return /^[^\s"(),:;<>@[\]\\]+$/.test(local) || /^"([^"\\\r\n]|\\.)*"$/.test(local)
}

/**
 * Whether a host lies in the subtree. A DNS constraint holds for the name and all below it; one of a
 * URI or mailbox holds for the host alone, or with a leading period for all below it and not itself.
 */
export function hostMatches(host: string, base: string, form: 'dns' | 'uri'): boolean {
  const name = host.toLowerCase()
  const tree = base.toLowerCase()
  if (form === 'uri')
    return tree.startsWith('.') ? name.endsWith(tree) && name.length > tree.length : name === tree
  return tree === '' || name === tree || name.endsWith(`.${tree}`)
}

/** Whether a mailbox is the one named, on the host named, or below the domain named. */
export function emailMatches(mailbox: string, base: string): boolean {
  const at = mailbox.lastIndexOf('@')
  const host = mailbox.slice(at + 1)
  const baseAt = base.lastIndexOf('@')
  if (baseAt < 0) return hostMatches(host, base, 'uri')
  return (
    mailbox.slice(0, at) === base.slice(0, baseAt) &&
    host.toLowerCase() === base.slice(baseAt + 1).toLowerCase()
  )
}

/** The host of a URI with an authority; nothing where that is an address or there is none. */
export function hostOf(uri: string): string | undefined {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1]
  if (authority === undefined) return undefined
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return isHostName(host) ? host : undefined
}
