import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { address } from '#contract/address.ts'
import { send, type Answer } from './send.ts'

/** A callback as the wallet sent it. */
export interface Received {
  body: string
  atMs: number
}

/** Stands where the wallet calls back, so that a test has the genuine calls in hand. */
export interface CallbackRelay {
  url: string
  received: Received[]
  /** Whether calls go on to the dashboard as they come in. */
  isOpen: boolean
  close: () => void
}

export async function openCallbackRelay(baseURL: () => string): Promise<CallbackRelay> {
  const relay: CallbackRelay = { url: '', received: [], isOpen: true, close: () => server.close() }
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      relay.received.push({ body, atMs: Date.now() })
      const answer = relay.isOpen ? await callBack(baseURL(), body) : { status: 200 }
      response.writeHead(answer.status).end()
      return undefined
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no port was given')
  relay.url = `http://127.0.0.1:${place.port}${address.walletCallback}`
  return relay
}

/** Sends what a program that is no page of ours sends. */
export function callBack(
  baseURL: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const path = address.walletCallback
  return send(baseURL, { method: 'POST', path, headers: { ...type, ...headers }, body })
}
