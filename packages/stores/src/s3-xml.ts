/** As much of XML as S3's answers use: elements without attributes that matter, text, five entities. */

/** The text of the first element of that name, or undefined. */
export function textIn(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? []
  return text === undefined ? undefined : decoded(text)
}

/** The insides of every element of one of these names, in their order. */
export function elementsIn(
  xml: string,
  ...names: readonly string[]
): { readonly name: string; readonly inside: string }[] {
  const all = new RegExp(`<(${names.join('|')})(?:\\s[^>]*)?>([\\s\\S]*?)</\\1>`, 'g')
  return [...xml.matchAll(all)].map(([, name = '', inside = '']) => ({ name, inside }))
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
