import { bundleOf } from '@licencevault/kit/browser'
import { describe, expect, it } from 'vitest'

/** KiB, minified, of a page that imports one function: what it does not need stays out. */
const bounds = {
  digest: 20,
  readCertificate: 45,
  readPdf: 45,
  readCrl: 50,
  verifyCms: 125,
  verifyPdf: 200,
} as const

const size = async (name: string) => {
  const built = await bundleOf(`export { ${name} } from '@licencevault/signing'`, import.meta.dirname)
  return {
    kib: (built.outputFiles[0]?.contents.length ?? 0) / 1024,
    inputs: Object.values(built.metafile.outputs).flatMap(({ inputs }) => used(inputs)),
  }
}

/** Files of which anything is left. */
const used = (inputs: Readonly<Record<string, { bytesInOutput: number }>>) =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))

describe('one function of @licencevault/signing', () => {
  it.each(Object.entries(bounds))('%s stays under %i KiB', async (name, most) => {
    const { kib } = await size(name)
    expect(kib).toBeGreaterThan(0.5)
    expect(kib).toBeLessThan(most)
  })

  it('brings nothing of the others', async () => {
    const { inputs } = await size('readPdf')
    const strangers = inputs.filter((path) =>
      /signing\/src\/(cms|revocation|timestamp|pades\/(?!codes))\/|pkijs|asn1js/.test(path),
    )
    expect(strangers).toEqual([])
  })
})
