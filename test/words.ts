import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** What was said after a command of ours; a word that it does not know ends it with how it is called. */
export function wordsAfter<const T extends ParseArgsOptionsConfig>(usage: string, options: T) {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (wrong) {
    process.stderr.write(`${wrong instanceof Error ? wrong.message : wrong}\n${usage}\n`)
    process.exit(2)
  }
}
