import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

export interface Target {
  address: string
  /** What is posted for the request of this number, counted from 0. */
  request: (number: number) => { path: string; headers: Record<string, string>; body: string }
}

export interface Timed {
  number: number
  /** When it had to go out, by `performance.now()`; whatever kept it from doing so counts as part of its time. */
  dueAt: number
  doneAt: number
}

// Servers end idle connections after 5 s, and one that is just ending must not be taken for the next request.
const agent = new http.Agent({ keepAlive: true, timeout: 3000 })

/** Posts so many times a second, whether earlier requests were answered or not. */
export async function steadily(
  target: Target,
  load: { startsAt: number; perSecond: number; count: number; from: number },
): Promise<Timed[]> {
  const posts: Promise<Timed>[] = []
  for (let index = 0; index < load.count; index += 1) {
    const dueAt = load.startsAt + (index * 1000) / load.perSecond
    await delay(Math.max(0, dueAt - performance.now()))
    posts.push(post(target, load.from + index, dueAt))
  }
  return Promise.all(posts)
}

function post({ address, request }: Target, number: number, dueAt: number): Promise<Timed> {
  const { path, headers, body } = request(number)
  return new Promise((resolve, reject) => {
    const asked = http.request(
      `${address}${path}`,
      { method: 'POST', headers, agent },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => {
          const doneAt = performance.now()
          if (answer.statusCode === 200 || answer.statusCode === 201) {
            resolve({ number, dueAt, doneAt })
          } else reject(new Error(`${path} answered ${answer.statusCode}: ${text}`))
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
