import { createServer } from 'node:http'
import next from 'next'
import { database } from '#lib/database/connection.ts'
import { environment } from '#lib/runtime/environment.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import { consoleToLog } from './front/console-to-log.ts'
import { closeGracefully, makeFrontServer } from './front/front-server.ts'
import { floorAnswers } from './front/floor-answers.ts'
import { listen } from './front/listen.ts'
import { isRefusal, refuseOrThrow } from './front/refuse-or-throw.ts'

const isDevelopment = process.env.NODE_ENV === 'development'

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (err: unknown) => {
    log().fatal({ err }, event)
    if (isRefusal(err)) refuseOrThrow(err)
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

  await openDatabase()

  // In production Next gets the upgrade requests of a server that nobody reaches, so it proxies none.
  const upgrades = createServer()
  const app = next({ dev: isDevelopment, hostname: host, port, httpServer: upgrades })
  await app.prepare()
  const server = makeFrontServer(app.getRequestHandler(), { trustProxy, direct: floorAnswers })
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

/** Before Next starts, since Next would go on without it and answer every request with an error. */
async function openDatabase(): Promise<void> {
  try {
    await database()
  } catch (cause) {
    if (isRefusal(cause)) throw cause
    log().fatal({ err: cause }, 'the database cannot be opened')
    throw new EnvironmentError(
      'DATABASE_URL must name a database that Spotboard can open and bring up to date; the log says what is in the way.',
      { cause },
    )
  }
}
