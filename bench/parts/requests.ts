import { once } from 'node:events'
import { connect } from 'node:net'
import { address } from '#contract/address.ts'

interface Asking {
  port: number
  headers: Readonly<Record<string, string>>
  connections: number
  forMs: number
}

/** Asks `GET /api/floor` over connections that ask again as soon as they are answered. */
export async function askForAWhile(
  asking: Asking,
  status: 200 | 304,
): Promise<{ answers: number; tookMs: number }> {
  let answers = 0
  const startsAt = performance.now()
  const endsAt = startsAt + asking.forMs
  const asked = Array.from({ length: asking.connections }, async () => {
    answers += await askAgainUntil(endsAt, asking, status)
  })
  await Promise.all(asked)
  return { answers, tookMs: performance.now() - startsAt }
}

/** All answers to one question are equally long, which makes them cheap to count. */
async function askAgainUntil(endsAt: number, asking: Asking, status: number): Promise<number> {
  const socket = connect(asking.port, '127.0.0.1')
  const headers = Object.entries({
    host: '127.0.0.1',
    'accept-encoding': 'gzip',
    ...asking.headers,
  })
  const question = Buffer.from(
    `GET ${address.floor} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
  socket.write(question)
  const [first]: Buffer[] = await once(socket, 'data')
  const head = first?.toString('latin1') ?? ''
  if (!head.startsWith(`HTTP/1.1 ${status}`)) throw new Error(`not the answer hoped for: ${head}`)
  const length =
    head.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  let arrived = first?.length ?? 0
  let answers = 0
  return new Promise((resolve, reject) => {
    const step = () => {
      if (arrived < length) return
      arrived -= length
      answers += 1
      if (performance.now() < endsAt) socket.write(question)
      else {
        socket.destroy()
        resolve(answers)
      }
    }
    socket.on('data', (bytes) => {
      arrived += bytes.length
      step()
    })
    socket.once('error', reject)
    step()
  })
}
