import type { IncomingMessage, ServerResponse } from 'node:http'
import { answered } from './core/api.ts'
import type { Answer } from './core/call.ts'
import { WalletError, invalidRequest } from './core/errors.ts'
import { parseJson, type Json } from './core/json.ts'
import { send } from './delivery.ts'
import { receive } from './received.ts'
import { renderedAnswer } from './wallet-door.ts'

/** What a call to one of the sandbox's own doors is answered with, by method and path. */
export type LocalAct = (method: string, path: string, body: Json) => Json

/**
 * Serves the doors beside the API, for people and tests on this machine. A page of another site
 * cannot drive them: the address has to be a loopback one by name (which a rebound DNS name is not),
 * a browser's `Origin` has to be the same, and content has to be JSON.
 */
export async function serveLocal(
  request: IncomingMessage,
  response: ServerResponse,
  act: LocalAct,
): Promise<void> {
  const received = await receive(request)
  let answer: Answer
  try {
    requireLoopback(request)
    if (!received) throw invalidRequest('The content is too large')
    if (received.body.length > 0) requireJson(received.contentType)
    const text = received.body.toString('utf8')
    const { method, path } = received
    answer = answered(() => ({ status: 200, body: act(method, path, readJson(text)) }))
  } catch (error) {
    answer = answered(() => {
      throw error
    })
  }
  send(response, renderedAnswer(answer))
}

function requireLoopback(request: IncomingMessage): void {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const { host = '', origin } = request.headers
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const isLocal = isLoopback(peer) && (name === 'localhost' || isLoopback(name))
  if (!isLocal || (origin !== undefined && origin !== `http://${host}`)) {
    throw new WalletError(403, 'forbidden', 'This door opens from this machine only')
  }
}

function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === '::1' || address === '[::1]'
}

function requireJson(contentType: string): void {
  if (contentType.split(';')[0]?.trim() !== 'application/json') {
    throw new WalletError(415, 'unsupported_media_type', 'The content has to be application/json')
  }
}

function readJson(text: string): Json {
  if (text === '') return {}
  try {
    return parseJson(text)
  } catch {
    throw invalidRequest('The content is not JSON')
  }
}
