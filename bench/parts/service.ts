import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface Service {
  /** Of the npm that started it. */
  pid: number
  /** From the command until the first answer with status 200. */
  answersAfterMs: number
  /** From the command until it printed that it is ready. */
  saysSoAfterMs: number
  stop: () => Promise<void>
}

interface Start {
  cwd: string
  env: Record<string, string>
  readyAddress: string
  readyLine: RegExp
  script?: 'start' | 'sandbox'
}

const LOOK_EVERY_MS = 20
/** By the number of the group. */
const running = new Map<number, { ended: Promise<void> }>()

process.once('exit', endAll)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void Promise.all(endAll()).then(() => process.exit(1)))
}

function endAll(): Promise<void>[] {
  return [...running].map(([pid, { ended }]) => {
    process.kill(-pid, 'SIGTERM')
    return ended
  })
}

/** Runs `npm start`, or another script, in a folder until it answers and has said so. What is set here does not reach it. */
export async function start({
  cwd,
  env,
  readyAddress,
  readyLine,
  script = 'start',
}: Start): Promise<Service> {
  const startedAt = performance.now()
  const child = spawn('npm', ['run', script], {
    cwd,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own takes signals as a whole, as it does from a terminal.
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error('npm could not be started')
  const said: { output: string; readyAfterMs?: number } = { output: '' }
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      said.output += `\n(ended with ${signal ?? `exit code ${code}`})`
      running.delete(pid)
      resolve()
    })
  })
  running.set(pid, { ended })

  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said.output += text
      if (readyLine.test(said.output)) said.readyAfterMs ??= performance.now() - startedAt
    })
  }

  let answersAfterMs: number | undefined
  while (answersAfterMs === undefined || said.readyAfterMs === undefined) {
    if (!running.has(pid)) {
      throw new Error(`\`npm run ${script}\` ended before it was ready:\n${said.output}`)
    }
    if (answersAfterMs === undefined && (await isReady(readyAddress))) {
      answersAfterMs = performance.now() - startedAt
    }
    await delay(LOOK_EVERY_MS)
  }

  const stop = () => {
    if (!running.has(pid)) throw new Error(`\`npm run ${script}\` ended by itself:\n${said.output}`)
    process.kill(-pid, 'SIGTERM')
    return ended
  }
  return { pid, answersAfterMs, saysSoAfterMs: said.readyAfterMs, stop }
}

/** The operator's settings stay out: a benchmark never runs against the real wallet. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}
