import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from './refusal.js'

const dyingHolderMs = 3000

/**
 * Refuses with one sentence if nothing can listen there. A Spotboard that is just ending gets a moment.
 * @param {{ variable: string, host: string, port: number }} place
 */
export async function requireFreePort({ variable, host, port }) {
  const giveUpAt = Date.now() + dyingHolderMs
  for (;;) {
    const code = await tryToListen(host, port)
    if (code === undefined) return
    if (code === 'EACCES') {
      throw new Refusal(
        `${variable} must be a port that this account may open: ${port} is refused, as most systems do below 1024.`,
      )
    }
    if (code !== 'EADDRINUSE') {
      throw new Refusal(
        `HOST must be an address of this machine that Spotboard may listen on: ${host} port ${port} is refused (${code}).`,
      )
    }
    if (Date.now() > giveUpAt) {
      throw new Refusal(
        `${variable} must be a free port: something else listens on ${host} port ${port} already.`,
      )
    }
    await delay(100)
  }
}

function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
