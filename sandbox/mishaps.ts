import type { ServerResponse } from 'node:http'
import { sendSlowly, sendTruncated, type Rendered } from './delivery.ts'
import type { Fault } from './faults.ts'
import type { Timetable } from './timetable.ts'

const lateByMs = 1000
const slowByMs = 1000

/** A call that passed, or failed, the gate; each run does it and gives its answer. */
export type Run = (how: 'fresh' | 'stale') => Rendered

/**
 * Lets a planned mishap happen to a call. `admit` takes the call through the gate, which happens
 * once however often it is then run. What comes back is still to be sent in the ordinary way;
 * `undefined` means that nothing more is.
 */
export function mishap(
  fault: Fault,
  isRead: boolean,
  admit: () => Run,
  response: ServerResponse,
  timetable: Timetable,
): Rendered | undefined {
  switch (fault.kind) {
    case 'refuse':
    case 'reset_before':
      return drop(response)
    case 'timeout_before':
      return undefined
    case 'status_before':
      return failure(fault)
    case 'late': {
      const run = admit()
      timetable.after(fault.delayMs ?? lateByMs, () => run('fresh'))
      return drop(response)
    }
    case 'twice': {
      const run = admit()
      run('fresh')
      return run('fresh')
    }
    case 'stale':
      return admit()(isRead ? 'stale' : 'fresh')
    default:
      return spoil(fault, admit()('fresh'), response)
  }
}

/** The call was done; only its answer suffers. */
function spoil(fault: Fault, answer: Rendered, response: ServerResponse): Rendered | undefined {
  switch (fault.kind) {
    case 'reset_after':
      return drop(response)
    case 'status_after':
      return failure(fault)
    case 'garbage':
      return nonsense(fault, answer.status)
    case 'truncated':
      sendTruncated(response, answer)
      return undefined
    case 'slow':
      sendSlowly(response, answer, fault.delayMs ?? slowByMs)
      return undefined
    default:
      return undefined
  }
}

function drop(response: ServerResponse): undefined {
  response.socket?.resetAndDestroy()
}

function failure(fault: Fault): Rendered {
  const status = fault.status ?? 502
  if (fault.body !== null) return { status, contentType: typeOf(fault.body), text: fault.body }
  if (status >= 502) {
    const text = `<html><body><h1>${status}</h1></body></html>`
    return { status, contentType: 'text/html', text }
  }
  const codes: Record<number, string> = {
    400: 'invalid_request',
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not_found',
    409: 'invalid_state',
    429: 'rate_limit_exceeded',
  }
  const error = codes[status] ?? 'internal_server_error'
  return { status, contentType: 'application/json', text: JSON.stringify({ error }) }
}

function nonsense(fault: Fault, status: number): Rendered {
  const text = fault.body ?? '{"id": 1, "status": "wait'
  return { status: fault.status ?? status, contentType: typeOf(text), text }
}

function typeOf(text: string): string {
  return text.trimStart().startsWith('<') ? 'text/html' : 'application/json'
}
