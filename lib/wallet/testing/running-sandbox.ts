import 'server-only'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The sandbox as a process of its own, spoken to over HTTP only. */
export interface RunningSandbox {
  url: string
  control: (name: string, body?: object) => Promise<unknown>
  /** Spots, orders and transactions as the sandbox holds them. */
  holdings: () => Promise<z.output<typeof holdingsSchema>>
  stop: () => Promise<void>
}

const holdingsSchema = z.object({
  spots: z.array(z.looseObject({ id: z.number(), status: z.string() })),
  orders: z.array(z.looseObject({ id: z.number(), status: z.string() })),
  transactions: z.array(z.looseObject({ transaction_key: z.string(), status: z.string() })),
})

const program = fileURLToPath(new URL('../../../sandbox/main.ts', import.meta.url))

export async function startSandboxProcess(): Promise<RunningSandbox> {
  const child = spawn(process.execPath, [program], {
    env: { NODE_ENV: 'test', SANDBOX_PORT: '0' },
    // The channel ends with this process, however it ends, and the sandbox ends with the channel.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (!child.stdout) throw new Error('The sandbox has no output.')
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line')
  const url = /http:\S+/.exec(String(line))?.[0]
  if (!url) throw new Error(`The sandbox did not say where it listens: ${String(line)}`)

  async function control(name: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/__control/${name}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer
  }

  return {
    url,
    control,
    holdings: async () => holdingsSchema.parse(await control('state')),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
