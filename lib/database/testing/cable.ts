import 'server-only'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What lies between a program and a server of this machine. */
export interface Cable {
  port: number
  /** Cuts the earliest connections so that only the program hears of it, as when a router forgets them. */
  cut: (count: number) => void
  /** While it refuses, no new connection comes about. */
  refuse: (isRefusing: boolean) => void
  close: () => void
}

export async function layCable(port: number): Promise<Cable> {
  const ends: [ours: Socket, theirs: Socket][] = []
  let isRefusing = false
  const server = createServer((ours) => {
    ours.on('error', () => undefined)
    if (isRefusing) {
      ours.destroy()
      return
    }
    const theirs = connect(port, '127.0.0.1')
    theirs.on('error', () => undefined)
    ends.push([ours, theirs])
    ours.on('data', (data) => theirs.write(data))
    theirs.on('data', (data) => ours.write(data))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: (count) => {
      for (const [ours] of ends.slice(0, count)) ours.destroy()
    },
    refuse: (refuses) => {
      isRefusing = refuses
    },
    close: () => {
      for (const end of ends.flat()) end.destroy()
      server.close()
    },
  }
}
