/** From path to digest, as a manifest lists them; a line that is none stands under the empty path. */
export function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> {
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1)
  return new Map(
    lines.map((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      return digest && path ? [path.replaceAll('%25', '%'), digest] : ['', '']
    }),
  )
}
