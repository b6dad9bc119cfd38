import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { askedToEnd } from './asked-to-end.js'
import { endChild, startChild } from './children.js'
import { ask } from './commands.js'
import { requireFreePort } from './ports.js'
import { Refusal, refusedExitCode } from './refusal.js'

const lookEveryMs = 50

/** What the variables say, as the dashboard reads them; a bad one is refused with its own sentence. */
export function readEnvironment() {
  const args = ['--conditions=react-server', 'bin/report-environment.ts']
  const facts = ask('node', args, { stderr: 'inherit' })
  if (facts === undefined) throw new Refusal('')
  return JSON.parse(facts)
}

export function sandboxAddress({ sandboxPort }) {
  return `http://127.0.0.1:${sandboxPort}`
}

/** Where the dashboard is reached from this machine. */
export function dashboardAddress({ host, port }) {
  const loopback = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `http://${loopback.includes(':') ? `[${loopback}]` : loopback}:${port}`
}

/** The processes that make up the product, in the order in which they start. */
export function partsOf(facts, { nodeEnv }) {
  const dashboard = {
    name: 'The dashboard',
    args: ['--conditions=react-server', 'bin/dashboard.ts'],
    env: { NODE_ENV: nodeEnv, ...callbackAddress(facts) },
    place: { variable: 'PORT', host: facts.host, port: facts.port },
    readyAddress: `${dashboardAddress(facts)}/api/ready`,
  }
  return facts.bringsSandbox ? [sandboxPart(facts), dashboard] : [dashboard]
}

/** The sandbox that comes along reaches the dashboard; where another wallet would, only the operator knows. */
function callbackAddress(facts) {
  if (!facts.bringsSandbox || process.env.WALLET_CALLBACK_URL) return {}
  return { WALLET_CALLBACK_URL: `${dashboardAddress(facts)}/api/wallet/callback` }
}

function sandboxPart(facts) {
  return {
    name: 'The sandbox',
    args: ['sandbox/main.ts'],
    env: {
      SANDBOX_PORT: String(facts.sandboxPort),
      SANDBOX_STATE: join(facts.dataDir, 'sandbox.json'),
      SANDBOX_DEMO: process.env.SANDBOX_DEMO ?? '1',
    },
    place: { variable: 'SANDBOX_PORT', host: '127.0.0.1', port: facts.sandboxPort },
    readyAddress: `${sandboxAddress(facts)}/rest/v1/server`,
  }
}

export async function requireFreePorts(parts) {
  for (const { place } of parts) await requireFreePort(place)
}

/**
 * Runs the parts until somebody asks to end; if one dies by itself, the others are ended and the
 * refusal says which one it was. What was started last ends first.
 * @returns {Promise<number>} exit code 0, after a requested end
 */
export async function runParts(parts, { readyWithinMs, whenReady }) {
  const newestFirst = []
  const asked = askedToEnd().then(() => 'asked')
  try {
    for (const part of parts) {
      newestFirst.unshift(startChild(part.name, part.args, part.env))
      const first = await untilReady(part, readyWithinMs, [asked, anyDeath(newestFirst)])
      if (first === 'asked') return 0
    }
    whenReady()
    await Promise.race([asked, anyDeath(newestFirst)])
    return 0
  } finally {
    for (const child of newestFirst) await endChild(child)
  }
}

async function anyDeath(running) {
  const { name, code, signal } = await Promise.race(running.map(({ ended }) => ended))
  if (code === refusedExitCode) throw new Refusal('')
  throw new Refusal(
    `${name} ended by itself (${signal ?? `exit code ${code}`}), so Spotboard stops.`,
  )
}

/** Resolves once the part answers, or as the first of the other events does. */
async function untilReady({ name, readyAddress }, withinMs, events) {
  const giveUpAt = Date.now() + withinMs
  const looking = new AbortController()
  const look = async () => {
    while (!looking.signal.aborted && !(await isReady(readyAddress))) {
      if (Date.now() > giveUpAt) {
        throw new Refusal(`${name} was not ready within ${withinMs / 1000} s, so Spotboard stops.`)
      }
      await delay(lookEveryMs)
    }
  }
  try {
    return await Promise.race([look(), ...events])
  } finally {
    looking.abort()
  }
}

async function isReady(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}
