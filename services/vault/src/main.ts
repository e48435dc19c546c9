import { parseArgs } from 'node:util'
import { VaultError } from '@licencevault/errors'
import { readSettings } from './read-settings.ts'
import { serve } from './serve.ts'

/** `npm start`: serves until it is told to stop (SIGINT, SIGTERM). */
const { values } = parseArgs({ options: { settings: { type: 'string' } } })

try {
  const file = values.settings ?? process.env.VAULT_SETTINGS
  const settings = await readSettings({ environment: process.env, ...(file === undefined ? {} : { file }) })
  const service = await serve(settings)
  const page = service.page === undefined ? '' : `, the public page on ${service.page}`
  process.stderr.write(`Serving on ${service.addresses.join(', ')}${page}. Stop with Ctrl-C.\n`)
  let stops = 0
  const stop = () => {
    stops += 1
    // Asked twice, it goes at once: whatever was acknowledged is kept all the same.
    if (stops > 1) process.exit(1)
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (problem) {
  if (!(problem instanceof VaultError)) throw problem
  process.stderr.write(
    `vault service: ${problem.sentence.en} (${problem.code})\nhint: ${problem.remedy.en}\n`,
  )
  process.stderr.write(`证照库服务：${problem.sentence.zh}\n提示：${problem.remedy.zh}\n`)
  process.exitCode = 2
}
