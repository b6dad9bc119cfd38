import type { Exchange } from '#lib/wallet/transport.ts'
import type { Answer } from '#sandbox/core/call.ts'

/** What may happen to a call, with the meaning that the sandbox gives to these words over HTTP. */
export const faults = [
  'refuse',
  'forbidden',
  'reset_before',
  'reset_after',
  'timeout_before',
  'timeout_after',
  'late',
  'twice',
  'stale',
  'bad_gateway_before',
  'bad_gateway_after',
  'server_error_after',
  'too_many_requests',
  'bad_clock',
  'garbage',
  'truncated',
  'portal',
  'slow',
] as const
export type Fault = (typeof faults)[number]

/** How often the wallet does a call that meets a fault, and when it does it for the first time. */
export function deliveriesOf(fault: Fault | undefined): 'none' | 'once' | 'twice' | 'late' {
  switch (fault) {
    case 'refuse':
    case 'forbidden':
    case 'reset_before':
    case 'timeout_before':
    case 'bad_gateway_before':
    case 'too_many_requests':
    case 'bad_clock':
    case 'portal':
      return 'none'
    case 'late':
    case 'twice':
      return fault
    default:
      return 'once'
  }
}

/** What the caller hears of a call that met a fault; `never` is silence until the caller's own deadline. */
export function heard(fault: Fault | undefined, answer: Answer): Exchange | 'never' {
  switch (fault) {
    case 'refuse':
      return { kind: 'none', why: 'ECONNREFUSED', mayHaveArrived: false }
    case 'forbidden':
      return json({ status: 403, body: { error: 'rights_not_granted' } })
    case 'late':
    case 'reset_before':
    case 'reset_after':
      return { kind: 'none', why: 'ECONNRESET', mayHaveArrived: true }
    case 'timeout_before':
    case 'timeout_after':
      return 'never'
    case 'bad_gateway_before':
    case 'bad_gateway_after':
      return page(502, '<html><body><h1>502</h1></body></html>')
    case 'server_error_after':
      return json({ status: 500, body: { error: 'internal_server_error' } })
    case 'too_many_requests':
      return json({ status: 429, body: { error: 'rate_limit_exceeded' } })
    case 'bad_clock':
      return json({ status: 401, body: { error: 'invalid_timestamp' } })
    case 'portal':
      return page(200, '<html><body>Sign in to the hotel</body></html>')
    case 'garbage':
      return { ...json(answer), body: Buffer.from('{"id": 1, "status": "wait') }
    case 'truncated': {
      const { status, headers } = json(answer)
      return { kind: 'broken', why: 'cut off', message: { statusCode: status, headers } }
    }
    default:
      return json(answer)
  }
}

type Answered = Exchange & { kind: 'answer' }

export function json({ status, body }: Answer): Answered {
  const text = body === undefined ? '' : JSON.stringify(body)
  return answered(status, 'application/json', text)
}

function page(status: number, text: string): Answered {
  return answered(status, 'text/html', text)
}

function answered(status: number, contentType: string, text: string): Answered {
  const headers = { 'content-type': contentType }
  return { kind: 'answer', status, headers, body: Buffer.from(text) }
}
