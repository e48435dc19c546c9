import type { Command } from 'commander'
import type { DoorOptions } from '../door.ts'
import { named } from './catalogue.ts'

export type ArchiveOptions = DoorOptions & {
  readonly json?: true
  readonly requestId?: string
  readonly user?: string
  readonly cursor?: string
}

/** Adds a word below `vault archive`. */
export type Add = (name: string, summary: string) => Command

/** Adds the options of what changes something. */
export function acting(command: Command): Command {
  return command
    .option('--request-id <ID>', 'the same id with the same content answers the same')
    .option('--user <NAME>', 'who does it; who is logged in unless told')
}

/** Who does it, and under which id. */
export function actor(options: ArchiveOptions): { readonly requestId?: string; readonly user: string } {
  return { ...named(options), user: options.user ?? process.env.USER ?? process.env.LOGNAME ?? 'local' }
}
