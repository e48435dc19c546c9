import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CityCase, makeCases } from '@licencevault/city'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityItems, defineItems, fileCase, scheduleFor, today } from '../journeys/records.ts'
import { type House, needed, openHouse } from '../journeys/service.ts'

/** A filed case's package in the hands of those who know nothing of us. */
describeWith(['bagit', 'openssl'], 'the package of a filed case', (bagit, openssl) => {
  const folder = mkdtempSync(join(tmpdir(), 'bag-'))
  const item = needed(cityItems[0])
  const closed = { from: '2020-03-02', to: '2020-03-02' }
  const [filed] = [...makeCases({ seed: 'bag', count: 1, items: [item], closed })] as [CityCase]
  let house: House
  let bag: string

  const python = (lines: readonly string[], ...words: string[]) =>
    bagit.run(['-c', lines.join('\n'), ...words])

  beforeAll(async () => {
    house = await openHouse({ 'page.address': '' })
    const { archive } = house.operator
    await defineItems(archive, [item])
    const scheduleJson = JSON.stringify(scheduleFor([item]))
    const { number } = await archive.proposeSchedule({ user: 'wang', scheduleJson })
    await archive.approveSchedule({ user: 'li', number, effectiveFrom: today })
    const { caseId } = await fileCase(archive, filed, { requestId: 'bag' })
    const parts = await Array.fromAsync(archive.fetchCaseFile({ caseId, user: 'wang', purpose: 'audit' }))
    writeFileSync(
      join(folder, 'case.zip'),
      Buffer.concat(parts.flatMap(({ chunk }) => (chunk ? [chunk] : []))),
    )
    bag = join(folder, caseId)
  })
  afterAll(async () => {
    await house?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is an uncompressed ZIP file that Python opens, each file with its own checksum', async () => {
    const { stdout, stderr } = await python(
      [
        'import sys, zipfile',
        'z = zipfile.ZipFile(sys.argv[1])',
        'print(z.testzip(), all(i.compress_type == zipfile.ZIP_STORED for i in z.infolist()), len(z.infolist()))',
        'z.extractall(sys.argv[2])',
      ],
      join(folder, 'case.zip'),
      folder,
    )
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^None True \d+\n$/)
    expect(readdirSync(folder).sort()).toEqual([bag.slice(folder.length + 1), 'case.zip'].sort())
  })

  it('is a valid bag to bagit, with the files that were sent', async () => {
    const validate = [
      'import bagit, sys',
      'b = bagit.Bag(sys.argv[1])',
      'b.validate()',
      'print(b.is_valid(), b.version)',
    ]
    const { status, stdout, stderr } = await python(validate, bag)
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: 'True 1.0\n' })
    const sent = [...filed.files.values()].map((bytes) => Buffer.from(bytes).toString('hex')).sort()
    const kept = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('hex'))
      .sort()
    expect(kept).toEqual(sent)
  })

  it('has SM3 digests that OpenSSL finds too', async () => {
    const lines = readFileSync(join(bag, 'manifest-sm3.txt'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(filed.files.size)
    for (const line of lines) {
      const [, digest, path = ''] = /^([0-9a-f]{64}) +(.+)$/.exec(line) ?? []
      const { stdout } = await openssl.run(['dgst', '-sm3', '-r', join(bag, path)])
      expect(stdout.slice(0, 64)).toBe(digest)
    }
  })

  it('is found damaged by bagit when a byte is another', async () => {
    const [first] = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    )
    const place = join(needed(first).parentPath, needed(first).name)
    const bytes = readFileSync(place)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    writeFileSync(place, bytes)
    const { status, stderr } = await python(['import bagit, sys', 'bagit.Bag(sys.argv[1]).validate()'], bag)
    expect(status).not.toBe(0)
    expect(stderr).toContain('BagValidationError')
  })
})
