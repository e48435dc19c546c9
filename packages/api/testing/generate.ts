import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import protobuf from 'protobufjs'

/**
 * `node packages/api/testing/generate.ts`: makes `src/gen` from the protos. What it makes is committed, so
 * that a clone needs no generator, and a test makes it again and compares.
 */
const protos = resolve(import.meta.dirname, '../../../protos')
const here = createRequire(import.meta.url)

/** Types of all messages and services, and the agreement as data. */
export function generate(into: string): void {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const listed = writeTypes(into).map((name) => `export type * from './licencevault/v1/${name}.ts'`)
  writeFileSync(join(into, 'messages.ts'), `${[notice, ...listed].join('\n')}\n`)
  writeFileSync(join(into, 'agreement-json.ts'), agreementModule())
  writeFileSync(join(into, 'descriptor-set.ts'), descriptorModule())
}

const notice = '// Made from protos/ by testing/generate.ts.'
const ours = () => readdirSync(join(protos, 'licencevault/v1')).map((file) => `licencevault/v1/${file}`)

/** One file a message, as proto-loader reads and writes them at run time. */
function writeTypes(into: string): string[] {
  return inTemporaryFolder((folder) => {
    const generator = join(dirname(here.resolve('@grpc/proto-loader')), '../bin/proto-loader-gen-types.js')
    const options = ['--longs=Number', '--enums=String', '--defaults', '--oneofs', '--includeComments']
    const names = ['--inputTemplate=%sInput', '--outputTemplate=%s', '--importFileExtension=.ts']
    const places = ['--grpcLib=@grpc/grpc-js', '-I', protos, '-O', folder]
    const words = [generator, ...options, ...names, ...places, ...ours()]
    execFileSync(process.execPath, words, { cwd: protos, stdio: 'pipe' })
    // Copied rather than renamed: a temporary folder may lie on another file system.
    const place = join(into, 'licencevault/v1')
    mkdirSync(place, { recursive: true })
    const files = readdirSync(join(folder, 'licencevault/v1'))
    for (const file of files) {
      const text = readFileSync(join(folder, 'licencevault/v1', file), 'utf8')
      // The generator names its sources by where they lie on this machine.
      writeFileSync(join(place, file), text.replace(`${protos}/`, 'protos/'))
    }
    return files.map((file) => file.slice(0, -'.ts'.length))
  })
}

/** What client and server load: protobufjs makes no maps of a descriptor set's entries. */
function agreementModule(): string {
  const tree = new protobuf.Root()
  tree.resolvePath = (_, target) => (isAbsolute(target) ? target : join(protos, target))
  tree.loadSync([...ours(), 'google/rpc/status.proto', 'google/rpc/error_details.proto'])
  const json = JSON.stringify(tree.toJSON({ keepComments: false }))
  return `${notice}\n/** The agreement as protobufjs writes it, JSON. */\nexport const agreementJson = ${quoted(json)}\n`
}

/** What reflection hands out: made by a compiler of protos, since tools insist on its map entries. */
function descriptorModule(): string {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'set.binpb')
    const buf = join(dirname(here.resolve('@bufbuild/buf/package.json')), 'bin/buf')
    const build = ['build', '--as-file-descriptor-set', '--exclude-source-info', '-o', file]
    execFileSync(process.execPath, [buf, ...build], { cwd: protos, stdio: 'pipe' })
    const text = readFileSync(file).toString('base64')
    return `${notice}\n/** FileDescriptorSet of protos/, base64. */\nexport const descriptorSet = ${quoted(text)}\n`
  })
}

/** A string literal in lines of a length that a page can show. */
function quoted(text: string): string {
  const lines = text.match(/.{1,100}/g) ?? []
  return `[\n${lines.map((line) => `  ${JSON.stringify(line)},`).join('\n')}\n].join('')`
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-gen-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) generate(resolve(import.meta.dirname, '../src/gen'))
