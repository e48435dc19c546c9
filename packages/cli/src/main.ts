#!/usr/bin/env node
import { VaultError } from '@licencevault/errors'
import { Command } from 'commander'
import { error } from './codes.ts'
import { addArchive } from './commands/archive.ts'
import { addAuthenticate } from './commands/authenticate.ts'
import { addCatalogue } from './commands/catalogue.ts'
import { addIssue } from './commands/issue.ts'
import { addLedger } from './commands/ledger.ts'
import { addServe } from './commands/serve.ts'
import { addStatus } from './commands/status.ts'
import { exitCodes } from './exit-codes.ts'
import { complain, languageAsked, wantsJson } from './terminal.ts'

const json = wantsJson(process.argv)
const language = languageAsked(process.argv, process.env)
const program = new Command('vault')
  .description('Electronic licence vault · 可信电子证照库')
  .showHelpAfterError('(vault --help lists the commands)')
  .configureOutput(json ? { outputError: () => {}, writeErr: () => {} } : {})
  .exitOverride(({ exitCode, message }) => {
    if (exitCode === 0) process.exit(0)
    const problem = message.replace(/^error: /, '').replace(/\.$/, '')
    if (json) complain(error('call-wrong', { problem }), { language, json })
    process.exit(exitCodes.wrongCall)
  })
addCatalogue(program)
addIssue(program)
addStatus(program)
addAuthenticate(program)
addLedger(program)
addArchive(program)
addServe(program)

try {
  await program.parseAsync()
} catch (problem) {
  if (!(problem instanceof VaultError)) throw problem
  complain(problem, { language, json })
  process.exitCode = problem.kind === 'unavailable' ? exitCodes.away : exitCodes.wrongCall
}
