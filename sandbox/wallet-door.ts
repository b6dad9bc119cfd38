import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerCall, answerStale, answered, matchRoute } from './core/api.ts'
import type { Answer, Call } from './core/call.ts'
import { invalidRequest, notAcceptable } from './core/errors.ts'
import { parseJson, type Json } from './core/json.ts'
import type { LogEntry } from './call-log.ts'
import { send, type Rendered } from './delivery.ts'
import { mishap, type Run } from './mishaps.ts'
import { receive, type Received } from './received.ts'
import type { Sandbox } from './sandbox.ts'

/** One request of the wallet's own API, with whatever mishap waits for it. */
export async function serveWallet(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '' } = request
  const entry = sandbox.log.open(method, url)
  const fault = sandbox.faults.take(method, url)
  entry.fault = fault?.kind ?? null
  if (fault?.kind === 'refuse') {
    request.socket.resetAndDestroy()
    return
  }
  const received = await receive(request)
  await sandbox.latency()
  const admit = () => admitted(sandbox, received, entry)
  const answer = fault
    ? mishap(fault, method === 'GET', admit, response, sandbox.timetable)
    : admit()('fresh')
  if (answer) send(response, answer)
  if (response.headersSent) entry.status = response.statusCode
}

export function renderedAnswer({ status, body }: Answer): Rendered {
  if (body === undefined) return { status, contentType: null, text: '' }
  return { status, contentType: 'application/json', text: JSON.stringify(body) }
}

function admitted(sandbox: Sandbox, received: Received | undefined, entry: LogEntry): Run {
  if (!received) return () => refused(invalidRequest('The content is too large'))
  const { method, path, query } = received
  if (method === 'GET' && path === '/publickey') {
    const text = sandbox.callbackKey.publicPem()
    return () => ({ status: 200, contentType: 'text/plain', text })
  }
  const isOpen = matchRoute(method, path)?.route.access === 'open'
  const gate = isOpen ? null : sandbox.gate.admit(received)
  entry.signatureHeld = gate?.signatureHeld ?? null
  const refusal = gate?.refusal
  if (refusal) return () => refused(refusal)
  const caller = gate?.caller ?? null
  const ext = gate?.ext ?? new URLSearchParams()
  return (how) => {
    const answer = answered(() => {
      const call: Call = { caller, ext, method, path, query, ...content(received) }
      return how === 'stale' ? answerStale(sandbox.world, call) : answerCall(sandbox.world, call)
    })
    sandbox.noticeChange()
    return renderedAnswer(answer)
  }
}

function refused(error: Error): Rendered {
  return renderedAnswer(
    answered(() => {
      throw error
    }),
  )
}

/** The body as the route takes it, after the headers that say how to read it. */
function content(received: Received): { body: Json | undefined; form: URLSearchParams } {
  const { accept, contentType, body } = received
  if (!/(application|\*)\/(json|\*)/.test(accept)) {
    throw notAcceptable('Answers are application/json')
  }
  const form = new URLSearchParams()
  if (body.length === 0) return { body: undefined, form }
  const takesForm = matchRoute(received.method, received.path)?.route.takesForm === true
  const expected = takesForm ? 'application/x-www-form-urlencoded' : 'application/json'
  if (contentType.split(';')[0]?.trim() !== expected) {
    throw notAcceptable(`The content has to be ${expected}`)
  }
  if (takesForm) return { body: undefined, form: new URLSearchParams(body.toString('utf8')) }
  try {
    return { body: parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body)), form }
  } catch {
    throw invalidRequest('The content is not JSON in UTF-8')
  }
}
