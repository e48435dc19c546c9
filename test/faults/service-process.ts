import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type VaultClient } from '@licencevault/api'
import type { Pair } from './stores.ts'

/** A service in a process of its own, which may be killed at any moment. */
export interface ServiceProcess {
  readonly client: VaultClient
  readonly pid: number
  /** Ends it as kill −9 does. */
  kill(): Promise<void>
  /** Ends it as an operator does. */
  stop(): Promise<void>
}

const main = resolve(import.meta.dirname, '../../services/vault/src/main.ts')
/** How long a start with its recovery may take, in milliseconds. */
const patience = 60_000

/** Starts the real program, and answers once it says that it serves. */
export async function startServiceProcess(
  { environment, folder }: Pick<Pair, 'environment' | 'folder'>,
  nodeOptions: readonly string[] = [],
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--no-warnings', ...nodeOptions, main], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((gone) => child.once('exit', () => gone()))
  const told = collect(child)
  const client = connect({ address: `unix:${join(folder, 'socket/vault.sock')}`, timeoutMs: patience })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    client.close()
  }
  await untilServing(client, child, told)
  return { client, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function untilServing(client: VaultClient, child: ChildProcess, told: () => string): Promise<void> {
  for (const since = Date.now(); ; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${told()}`)
    try {
      await client.ledger.checkpoint({}, { timeoutMs: 5_000 })
      return
    } catch (problem) {
      if (Date.now() - since > patience)
        throw new Error(`the service did not start: ${told()}`, { cause: problem })
    }
  }
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (part) => {
    text = (text + String(part)).slice(-4_000)
  })
  return () => text
}
