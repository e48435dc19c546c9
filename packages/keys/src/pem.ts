/** Writes DER as PEM (RFC 7468): lines of 64 characters, ended by a line feed. */
export function pemOf(der: Uint8Array, label: string): string {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** One block of a PEM text. */
export interface PemBlock {
  readonly label: string
  readonly der: Uint8Array
}

/** The PEM blocks of a text, in order. Blocks that are not plain base64, such as those with headers, are left out. */
export function readPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = []
  const begin = /-----BEGIN ([A-Z0-9 ]{1,40})-----/g
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const [boundary, label = ''] = match
    const start = match.index + boundary.length
    const end = text.indexOf(`-----END ${label}-----`, start)
    if (end < 0) break
    const der = fromBase64(text.slice(start, end))
    if (der) blocks.push({ label, der })
    begin.lastIndex = end
  }
  return blocks
}

function fromBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\r\n\t ]/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) return undefined
  return Uint8Array.from(atob(compact), (char) => char.charCodeAt(0))
}
