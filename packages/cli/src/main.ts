#!/usr/bin/env node
import { VaultError } from '@licencevault/errors'
import { Command } from 'commander'
import { addArchive } from './commands/archive.ts'
import { addAuthenticate } from './commands/authenticate.ts'
import { addCatalogue } from './commands/catalogue.ts'
import { addIssue } from './commands/issue.ts'
import { addLedger } from './commands/ledger.ts'
import { addServe } from './commands/serve.ts'
import { addStatus } from './commands/status.ts'
import { exitCodes } from './exit-codes.ts'
import { complain, languageAsked } from './terminal.ts'

const program = new Command('vault')
  .description('Electronic licence vault · 可信电子证照库')
  .showHelpAfterError('(vault --help lists the commands)')
  .exitOverride((stop) => {
    process.exit(stop.exitCode === 0 ? 0 : exitCodes.wrongCall)
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
  complain(problem, languageAsked(process.argv, process.env))
  process.exitCode = problem.kind === 'unavailable' ? exitCodes.away : exitCodes.wrongCall
}
