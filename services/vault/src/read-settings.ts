import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { error } from './codes.ts'
import { type Row, type Rule, rows, type Settings, variableOf } from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface SettingsSources {
  /** A YAML file; none unless told. */
  readonly file?: string
  readonly environment?: Environment
  /** Stronger than both, by dotted name, such as `{ 'grpc.address': '' }`. */
  readonly given?: Readonly<Record<string, unknown>>
}

/**
 * Reads the settings: what is given, else the environment, else the file, else what is usual.
 *
 * @throws VaultError `settings-unreadable`, `setting-unknown`, `setting-wrong`, `setting-needed`,
 *   `plain-text-not-here`
 */
export async function readSettings({
  file,
  environment = {},
  given = {},
}: SettingsSources = {}): Promise<Settings> {
  const written = file === undefined ? {} : flatten(await readYaml(file))
  refuseUnknown(written, given, environment)
  const values = new Map<string, unknown>()
  for (const row of rows) {
    const variable = variableOf(row.name)
    if (given[row.name] !== undefined) values.set(row.name, checked(row, given[row.name], 'the call'))
    else if (environment[variable] !== undefined)
      values.set(row.name, checked(row, fromText(row.rule, environment[variable]), variable))
    else if (written[row.name] !== undefined)
      values.set(row.name, checked(row, written[row.name], file ?? ''))
    else values.set(row.name, row.usual)
  }
  const settings = assemble(values)
  requireTogether(settings)
  return settings
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8')) ?? {}
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw error('settings-unreadable', { file, why }, { cause })
  }
}

/** Dotted names, down to where a setting stands. */
function flatten(tree: unknown, above = ''): Record<string, unknown> {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    if (above === '') throw error('settings-unreadable', { file: '', why: 'it is no map' })
    return { [above]: tree }
  }
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => {
      const name = above === '' ? key : `${above}.${key}`
      return isSetting(name) ? [[name, value]] : Object.entries(flatten(value, name))
    }),
  )
}

const isSetting = (name: string) => rows.some((row) => row.name === name)

function refuseUnknown(
  written: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
  environment: Environment,
): void {
  for (const name of [...Object.keys(written), ...Object.keys(given)]) {
    if (!isSetting(name)) throw error('setting-unknown', { name })
  }
  const known = new Set(rows.map(({ name }) => variableOf(name)))
  // Settings of tests and of other programs of the house have words of their own behind VAULT_.
  const ours = Object.keys(environment).filter((name) =>
    /^VAULT_(GRPC|ARCHIVE|TLS|DOCUMENTS|DATABASE|LEDGER|KEYS|LIMITS|STOP|LOG|PRINTING|JOBS)_/.test(name),
  )
  for (const name of ours) if (!known.has(name)) throw error('setting-unknown', { name })
}

/** What an environment variable says; a list is separated by commas, a map is JSON. */
function fromText(rule: Rule, value: string): unknown {
  if (rule.kind === 'flag') return value === 'true' ? true : value === 'false' ? false : value
  if (rule.kind === 'integer') return /^\d+$/.test(value) ? Number(value) : value
  if (rule.kind === 'texts') return value.split(',').map((part) => part.trim())
  if (rule.kind !== 'grants') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function checked({ name, rule }: Row, value: unknown, place: string): unknown {
  const words = fits(rule, value) ? undefined : expectation(rule)
  if (words) throw error('setting-wrong', { name, expected: words[0], expectedZh: words[1], place })
  return value
}

function fits(rule: Rule, value: unknown): boolean {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string'
    case 'flag':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value) && Number(value) >= rule.least && Number(value) <= rule.most
    case 'choice':
      return rule.of.some((word) => word === value)
    case 'texts':
      return isTexts(value) && value.every((item) => rule.of?.includes(item) ?? true)
    case 'grants':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every(
          (grant) =>
            typeof grant === 'object' && Object.keys(grant ?? {}).join() === 'types' && isTexts(grant?.types),
        )
      )
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

function expectation(rule: Rule): readonly [en: string, zh: string] {
  switch (rule.kind) {
    case 'text':
      return ['a text', '文本']
    case 'flag':
      return ['true or false', ' true 或 false']
    case 'integer':
      return [`a whole number from ${rule.least} to ${rule.most}`, ` ${rule.least} 到 ${rule.most} 的整数`]
    case 'choice':
      return [`one of ${rule.of.join(', ')}`, `以下之一：${rule.of.join('、')}`]
    case 'texts':
      if (rule.of)
        return [`a list of some of ${rule.of.join(', ')}`, `以下各项中若干项的列表：${rule.of.join('、')}`]
      return ['a list of texts', '文本列表']
    case 'grants':
      return ['a map of application to { types: [code, …] }', '从应用名到 { types: [类型代码, …] } 的映射']
  }
}

/** The table's rows make up the type; the cast says so. */
function assemble(values: ReadonlyMap<string, unknown>): Settings {
  const data = String(values.get('data'))
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace('{data}', data)
    return Array.isArray(value) ? value.map(filled) : value
  }
  const tree: Record<string, unknown> = {}
  for (const [name, value] of values) {
    const [first = '', second] = name.split('.')
    if (second === undefined) tree[first] = filled(value)
    else tree[first] = { ...(tree[first] as object | undefined), [second]: filled(value) }
  }
  return tree as unknown as Settings
}

/** What one setting demands of another. */
function requireTogether({ grpc, page, documents, database }: Settings): void {
  for (const { plainText, address } of [grpc, page]) {
    if (plainText && address !== '' && !isLoopback(address)) throw error('plain-text-not-here', { address })
  }
  if (documents.store === 's3') {
    for (const name of ['endpoint', 'bucket', 'accessKey', 'secretKey'] as const) {
      need(documents[name], `documents.${name}`, 'documents.store is s3', 'documents.store 为 s3')
    }
  }
  if (database.engine === 'postgres') {
    need(database.url, 'database.url', 'database.engine is postgres', 'database.engine 为 postgres')
  }
}

function need(value: string, name: string, why: string, whyZh: string): void {
  if (value === '') throw error('setting-needed', { name, why, whyZh, variable: variableOf(name) })
}

function isLoopback(address: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]):\d+$/.test(address)
}
