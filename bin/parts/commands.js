import { spawn, spawnSync } from 'node:child_process'
import { askedToEnd } from './asked-to-end.js'
import { environmentWithInstalled, root } from './place.js'
import { Refusal } from './refusal.js'

/**
 * Runs a command to its end with its output on ours; a command that is not there counts as failed.
 * @returns {Promise<number>} its exit code, 1 if a signal ended it
 */
export async function run(command, args, { env = environmentWithInstalled(), timeoutMs = 0 } = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', timeout: timeoutMs })
  return exitCodeOf(child)
}

/** Runs a command quietly under one line that says what it is for; its output is shown only if it fails. */
export async function runQuietly(what, command, args, { env = environmentWithInstalled() } = {}) {
  console.log(what)
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  }
  if ((await exitCodeOf(child)) === 0) return
  console.error(output)
  throw new Refusal(`\`${[command, ...args].join(' ')}\` failed; its output is above.`)
}

/** What a short command prints, or undefined if it fails. */
export function ask(command, args, { env = environmentWithInstalled(), stderr = 'ignore' } = {}) {
  const stdio = ['ignore', 'pipe', stderr]
  const { status, stdout } = spawnSync(command, args, { cwd: root, env, stdio, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

async function exitCodeOf(child) {
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
  const first = await Promise.race([ended, askedToEnd().then(() => 'asked to end')])
  if (first !== 'asked to end') return first
  child.kill('SIGTERM')
  await ended
  throw new Refusal('Stopped before it was done.')
}
