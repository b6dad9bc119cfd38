import { createServer } from 'node:http'
import next from 'next'
import { database } from '#lib/database/connection.ts'
import { environment } from '#lib/runtime/environment.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { consoleToLog } from './front/console-to-log.ts'
import { closeGracefully, makeFrontServer } from './front/front-server.ts'
import { listen } from './front/listen.ts'
import { refuseOrThrow } from './front/refuse-or-throw.ts'

const isDevelopment = process.env.NODE_ENV === 'development'

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (err: unknown) => {
    log().fatal({ err }, event)
    process.exit(1)
  })
}

try {
  await run()
} catch (error) {
  refuseOrThrow(error)
}

async function run(): Promise<void> {
  const { host, port, trustProxy } = environment()
  if (!isDevelopment) consoleToLog()

  // Opened before Next, whose start would wrap a refusal of the database into a stack.
  await database()

  // In production Next gets the upgrade requests of a server that nobody reaches, so it proxies none.
  const upgrades = createServer()
  const app = next({ dev: isDevelopment, hostname: host, port, httpServer: upgrades })
  await app.prepare()
  const server = makeFrontServer(app.getRequestHandler(), { trustProxy })
  if (isDevelopment) server.on('upgrade', (...request) => upgrades.emit('upgrade', ...request))
  await listen(server, { host, port })
  log().info({ host, port }, 'listening')

  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      log().info({ signal }, 'shutting down')
      closeGracefully(server)
      void shutDown().then(() => process.exit(0))
    })
  }
}
