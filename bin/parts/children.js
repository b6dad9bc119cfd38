import { spawn } from 'node:child_process'
import { environmentWithInstalled, root } from './place.js'

const graceMs = 10_000
const endWithParent = new URL('end-with-parent.js', import.meta.url).href

/**
 * Starts a long-running part of the product. It has a process group of its own, so that Ctrl-C in the
 * terminal reaches only the launcher, which then ends the parts in their order.
 * @param {string} name as it stands in sentences: "The dashboard"
 * @param {string[]} args of `node`
 * @param {Record<string, string>} env on top of ours
 */
export function startChild(name, args, env) {
  const child = spawn('node', ['--import', endWithParent, ...args], {
    cwd: root,
    env: environmentWithInstalled({ ...env, LAUNCHER_PID: String(process.pid) }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve({ name, code: null, signal: null }))
    child.once('exit', (code, signal) => resolve({ name, code, signal }))
  })
  return { name, child, ended }
}

/** Asks a child to end, and kills it with all that it started if it does not within 10 s. */
export async function endChild({ child, ended }) {
  const timer = setTimeout(() => killGroup(child.pid), graceMs)
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
