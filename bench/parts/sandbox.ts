import { join } from 'node:path'
import * as z from 'zod/mini'
import { freePort, start } from './service.ts'

const root = join(import.meta.dirname, '..', '..')
const Scanned = z.object({ id: z.int() })

/** The sandbox alone, which counts no calls; nobody sits there who was not sent. */
export interface RunningSandbox {
  port: number
  url: string
  control: (name: string, body: object) => Promise<Response>
  /** A guest checks in at a table of that number; answers the spot's id. */
  scan: (table: number) => Promise<number>
  stop: () => Promise<void>
}

export async function startSandbox(): Promise<RunningSandbox> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { stop } = await start({
    cwd: root,
    script: 'sandbox',
    env: { SANDBOX_PORT: String(port) },
    readyAddress: `${url}/rest/v1/server`,
    readyLine: /Press Ctrl-C/,
  })
  const control = (name: string, body: object) =>
    fetch(`${url}/__control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await control('settings', { rateLimit: false })
  return {
    port,
    url,
    control,
    scan: async (table) => {
      const code = `PAYSERA*3:TABLE${table}`
      const answer = await control('scan', { guest: guestAt(table), code })
      return Scanned.parse(await answer.json()).id
    },
    stop,
  }
}

export function guestAt(table: number): string {
  return `guest ${table}`
}
