import { wordsAfter } from '../words.ts'
import { prove } from './prove.ts'
import { type Finding, run } from './run.ts'
import { isTarget, targets } from './targets.ts'

/**
 * `npm run fuzz -- NAME… --time SECONDS`: the readers against inputs that a coverage-guided fuzzer makes
 * of the corpus. `--prove` removes a length check from a copy and demands that the target notices.
 */
const usage = `npm run fuzz -- ${Object.keys(targets).join('|')} … --time 60 [--prove]`
const { values, positionals } = wordsAfter(usage, {
  time: { type: 'string', default: '60' },
  prove: { type: 'boolean', default: false },
})
const seconds = Number(values.time)
const unknown = positionals.filter((name) => !isTarget(name))
if (unknown.length > 0 || !(seconds > 0)) {
  const what = unknown.length > 0 ? `No target named ${unknown.join(', ')}.` : '--time takes seconds.'
  process.stderr.write(`${what}\n${usage}\n`)
  process.exit(2)
}

if (values.prove) process.exitCode = (await prove()) ? 0 : 1
else {
  const names = positionals.length > 0 ? positionals.filter(isTarget) : Object.keys(targets).filter(isTarget)
  const found: Finding[] = []
  for (const name of names) {
    const finding = await run(name, seconds)
    if (finding) found.push(finding)
  }
  process.exitCode = found.length > 0 ? 1 : 0
}
