import { join } from 'node:path'
import { address as addressOf } from '#contract/address.ts'
import { freePort, start, type Service } from './service.ts'
import { workFolder } from './work-folder.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Practice extends Service {
  address: string
  sandboxAddress: string
  /** Of a manager who is signed in, as a `Cookie` header has it. */
  cookie: string
}

/**
 * Starts Spotboard in practice on a new database, as `npm start` does (built first where it is not yet), and signs in.
 * Where `settings` name a wallet, no sandbox comes along.
 */
export async function startPractice(settings: Record<string, string> = {}): Promise<Practice> {
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const folder = workFolder()
  const address = `http://127.0.0.1:${port}`
  const service = await start({
    cwd: root,
    env: {
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'practice.db')}`,
      ...settings,
    },
    readyAddress: `${address}${addressOf.ready}`,
    readyLine: /Spotboard is running/,
  })
  const sandboxAddress = `http://127.0.0.1:${sandboxPort}`
  return { ...service, address, sandboxAddress, cookie: await signIn(address) }
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}${addressOf.session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: 'manager@spotboard.test', password: 'demo-manager-1' }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (!answer.ok || cookie === undefined) throw new Error(`Signing in answered ${answer.status}`)
  return cookie
}
