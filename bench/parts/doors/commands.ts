import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What the benchmark asks of the process that serves. */
export type Command =
  | { ask: 'cookies'; count: number }
  /** Publishes one change whose title says when, by the clock that all processes of the machine share. */
  | { ask: 'publish' }
  /** Publishes as fast as everybody takes it. */
  | { ask: 'saturate'; forMs: number }
  | { ask: 'memory' }
  | { ask: 'cpu' }

export interface Door {
  server: Server
  publish: (title: string) => void
  /** Cookies of so many sessions. */
  cookies: (count: number) => Promise<string[]>
}

/** Takes commands from the process that started this one, and tells it the port. */
export function takeCommands({ server, publish, cookies }: Door): void {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const someWait = () => {
    for (const socket of sockets) if (socket.writableNeedDrain) return true
    return false
  }
  const saturate = (forMs: number): Promise<object> =>
    new Promise((resolve) => {
      const before = process.cpuUsage()
      const startsAt = performance.now()
      let events = 0
      const next = () => {
        if (performance.now() - startsAt >= forMs) {
          const { user, system } = process.cpuUsage(before)
          resolve({ events, cpuUs: user + system, tookMs: performance.now() - startsAt })
          return
        }
        if (!someWait()) {
          events += 1
          publish(`Cool caffe ${events % 10}`)
        }
        setImmediate(next)
      }
      next()
    })
  const answers = async (command: Command): Promise<object> => {
    if (command.ask === 'cookies') return { cookies: await cookies(command.count) }
    if (command.ask === 'saturate') return saturate(command.forMs)
    if (command.ask === 'publish') {
      publish(String(process.hrtime.bigint()))
      return {}
    }
    if (command.ask === 'cpu') {
      const { user, system } = process.cpuUsage()
      return { cpuUs: user + system }
    }
    // The kind that gives back what is free; how much of that lies around is chance.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    return { residentBytes: process.memoryUsage.rss() }
  }
  process.on('message', (command: Command) => {
    void answers(command).then((answer) => process.send?.(answer))
  })
  process.once('disconnect', () => process.exit(0))
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
}
