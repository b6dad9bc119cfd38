import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import { control } from './control.ts'
import { seededRandom } from './core/chance.ts'
import { send } from './delivery.ts'
import { pageFile, servePage } from './page-files.ts'
import { phone } from './phone.ts'
import { serveLocal } from './local-door.ts'
import { Sandbox } from './sandbox.ts'
import { serveWallet } from './wallet-door.ts'

export interface SandboxStart {
  /** 0 takes any free port. */
  port: number
  now?: () => number
  random?: () => number
  /** Whether simulated guests come and go, unless somebody switches them off. */
  demo?: boolean
  stateFile?: string
  complain?: (sentence: string) => void
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:4010`. */
  url: string
  close: () => Promise<void>
}

/** Starts the sandbox on the loopback interface; settles once it listens. */
export async function startSandbox(start: SandboxStart): Promise<RunningSandbox> {
  const complain = start.complain ?? ((sentence: string) => process.stderr.write(`${sentence}\n`))
  const sandbox = new Sandbox({
    now: start.now ?? Date.now,
    isDemo: start.demo ?? false,
    random: start.random ?? seededRandom(randomUUID()),
    stateFile: start.stateFile ?? null,
    complain,
  })
  const server = createServer((request, response) => {
    serve(sandbox, request, response).catch((error: unknown) => {
      if (request.socket.destroyed || response.headersSent) return
      complain(`The sandbox failed at ${request.method} ${request.url}: ${String(error)}`)
      const text = JSON.stringify({ error: 'internal_server_error' })
      send(response, { status: 500, contentType: 'application/json', text })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(start.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : start.port
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      sandbox.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (path.startsWith('/__control/')) {
    await serveLocal(request, response, (method, name, body) =>
      control(sandbox, method, name, body),
    )
    return
  }
  if (path.startsWith('/__phone/')) {
    await serveLocal(request, response, (method, name, body) => phone(sandbox, method, name, body))
    return
  }
  const file = pageFile(request.method ?? '', path)
  if (file) await servePage(response, file)
  else await serveWallet(sandbox, request, response)
}
