import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeOrders } from '@licencevault/city'
import { installCommand, installedPython, installOnce } from '@licencevault/kit/python'
import { loadCity, needed, openHouse, typeNamed } from '../journeys/service.ts'

/**
 * `npm run interop:python`: a client in Python (grpcio), generated from protos/, issues, fetches and
 * authenticates a licence with a client certificate. Its stubs come from the same files as everybody's. What
 * stands in protos/README.md does so too, as it stands there.
 */
const program = { package: 'grpcio_tools', version: '1.85.1' }
const typeName = '食品经营许可证'
const protos = resolve(import.meta.dirname, '../../protos')

if (!installOnce(program)) {
  process.stderr.write(`Python's grpcio cannot be installed here: ${installCommand(program)}\n`)
  process.exit(1)
}
const python = needed(installedPython(program))
const folder = mkdtempSync(join(tmpdir(), 'licencevault-python-'))
const house = await openHouse()
try {
  await loadCity(house.operator, [typeName])
  generateStubs()
  const said = await ask()
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`)
  const read = await askAsTheReadmeDoes()
  process.stdout.write(read)
  const wrong = differences(said)
  if (!read.includes(' valid ')) wrong.push(`the README's client said: ${read}`)
  for (const line of wrong) process.stderr.write(`${line}\n`)
  process.stdout.write(
    wrong.length === 0 ? 'The Python client did all of it.\n' : 'The Python client failed.\n',
  )
  process.exitCode = wrong.length === 0 ? 0 : 1
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

function generateStubs(): void {
  const files = ['common', 'issue', 'authenticate'].map((word) => `licencevault/v1/${word}.proto`)
  const details = ['google/rpc/status.proto', 'google/rpc/error_details.proto']
  const words = [
    '-m',
    'grpc_tools.protoc',
    `-I${protos}`,
    `--python_out=${folder}`,
    `--grpc_python_out=${folder}`,
  ]
  const { status, stderr } = spawnSync(python, [...words, ...files, ...details], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

async function ask(): Promise<Record<string, unknown>> {
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [order] = [...makeOrders({ seed: 'python', count: 1, types: [typeNamed(typeName)], on })]
  const files = await house.certificateOf('issuer', needed(order).authority.code, 'python.test')
  const address = house.address.replace('127.0.0.1', 'localhost')
  const script = join(import.meta.dirname, 'grpc_client.py')
  const words = [script, address, folder, files.ca, files.cert, files.key]
  return JSON.parse(await run(words, JSON.stringify(order)))
}

/** The client that stands in the README; only where the service is, its certificate and the dates are of today. */
async function askAsTheReadmeDoes(): Promise<string> {
  const page = readFileSync(join(protos, 'README.md'), 'utf8')
  const written = needed(/```text\n(import grpc[\s\S]*?)```/.exec(page)?.[1])
  const authority = needed(/AuthorityRef\(code='(\w+)'/.exec(written)?.[1])
  const files = await house.certificateOf('issuer', authority, 'case-system')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const program = written
    .replace('localhost:7443', house.address.replace('127.0.0.1', 'localhost'))
    .replace('data/pki/ca.pem', files.ca)
    .replace('data/pki/clients/case-system.key', files.key)
    .replace('data/pki/clients/case-system.pem', files.cert)
    .replace(
      /'from': '[\d-]+', 'until': '\d{4}/,
      `'from': '${today}', 'until': '${Number(today.slice(0, 4)) + 5}`,
    )
  return run(['-c', `import sys; sys.path.insert(0, sys.argv[1])\n${program}`, folder], '')
}

/** The service answers in this very process, so the client must not be waited for in a blocking call. */
async function run(words: readonly string[], input: string): Promise<string> {
  const child = spawn(python, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  let out = ''
  for await (const chunk of child.stdout) out += chunk
  return out
}

function differences(said: Record<string, unknown>): string[] {
  const expected: Record<string, unknown> = {
    same: true,
    digest: true,
    byIdentifier: { verdict: 'valid', answer: 0 },
    outcomes: { 'python-many-0': 'licence', 'python-many-1': 'licence', 'python-many-2': 'problem' },
  }
  const found = Object.entries(expected).filter(
    ([name, value]) => JSON.stringify(sorted(said[name])) !== JSON.stringify(sorted(value)),
  )
  const refused = said.refused as { code?: string; status?: string; words?: object } | null
  const overlong = said.overlong as { code?: string; fields?: readonly string[] } | null
  return [
    ...found.map(([name, value]) => `${name} should be ${JSON.stringify(value)}`),
    ...(refused?.code === 'request-reused' && refused.status === 'FAILED_PRECONDITION'
      ? []
      : ['the reused request id should be refused as request-reused']),
    ...(Object.keys(refused?.words ?? {})
      .sort()
      .join() === 'en,zh'
      ? []
      : ['the refusal should be in en and zh']),
    ...(overlong?.code === 'order-does-not-fit' && (overlong.fields?.length ?? 0) > 0
      ? []
      : ['many wrong fields should be refused as order-does-not-fit, with the first of them']),
  ]
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
}
