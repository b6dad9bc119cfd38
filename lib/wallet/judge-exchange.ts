import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { type Answer, jsonOf } from './answer.ts'
import { type Applied, WalletError, type WalletErrorCode } from './errors.ts'
import type { Exchange } from './transport.ts'

export type Judged = { answer: Answer } | { error: WalletError }

const refusal = z.looseObject({
  // A word of the wallet's vocabulary; anything else in its place is somebody else's answer.
  error: z.string().regex(/^[\w.-]{1,64}$/),
  error_description: z.string().optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
})

type Answered = Exchange & { kind: 'answer' }

interface CallName {
  method: string
  pathTemplate: string
}

interface Head {
  status?: number | undefined
  headers: IncomingHttpHeaders
}

/**
 * What an exchange means for the call `method pathTemplate`: an answer to be read, or one of four
 * errors. `applied` errs to `unknown`: only what cannot have been done is `no`.
 */
export function judgeExchange(exchange: Exchange, call: CallName, nowMs: number): Judged {
  const isWrite = call.method !== 'GET'
  const unlessRead: Applied = isWrite ? 'unknown' : 'no'
  const name = `${call.method} ${call.pathTemplate}`

  if (exchange.kind === 'none') {
    const { why, mayHaveArrived, cause } = exchange
    const applied = mayHaveArrived ? unlessRead : 'no'
    return { error: new WalletError(`${name}: ${why}`, { code: 'no_answer', applied, cause }) }
  }

  const head: Head =
    exchange.kind === 'answer'
      ? exchange
      : { status: exchange.message?.statusCode, headers: exchange.message?.headers ?? {} }
  const { status = 0 } = head
  const wallet = exchange.kind === 'answer' && status >= 400 ? refusalOf(exchange) : undefined
  const failure = (code: WalletErrorCode, applied: Applied, said: string): Judged => ({
    error: new WalletError(`${name}: ${said}`, {
      code,
      applied,
      status: head.status,
      walletCode: wallet?.error,
      correlationId: correlationIdOf(head.headers) ?? printable(wallet?.correlation_id),
      retryAfterMs: retryAfterMs(head.headers['retry-after'], nowMs),
      cause: exchange.kind === 'broken' ? exchange.cause : undefined,
    }),
  })
  const said = wallet ? `${status} ${wallet.error}` : `status ${status}`

  if (status === 429 || wallet?.error === 'rate_limit_exceeded') {
    return failure('too_many_requests', 'no', said)
  }
  if (status >= 500) return failure('no_answer', unlessRead, said)
  if (exchange.kind === 'broken') return failure('unreadable', unlessRead, exchange.why)
  if (status >= 200 && status < 300) return { answer: answerOf(exchange) }
  if (wallet) return failure('refused', appliedDespiteRefusal(call.method, status), said)
  return failure('unreadable', unlessRead, `${said} without the wallet's own word`)
}

/** For an answer that came with success and turned out not to be what this call answers. */
export function unreadableAnswer(call: CallName, answer: Answer, cause: Error): WalletError {
  const { status, correlationId } = answer
  const applied = call.method === 'GET' ? 'no' : 'unknown'
  const message = `${call.method} ${call.pathTemplate}: ${cause.message}`
  return new WalletError(message, { code: 'unreadable', applied, status, correlationId, cause })
}

function correlationIdOf(headers: IncomingHttpHeaders): string | undefined {
  const value = headers['paysera-correlation-id']
  return printable(Array.isArray(value) ? value[0] : value)
}

/**
 * A refusal was made instead of the act, with two exceptions: a request that the network delivered
 * twice is refused the second time because of what its first delivery did. Then the state is no
 * longer one to act on (409), or what was to be deleted is gone (404).
 */
function appliedDespiteRefusal(method: string, status: number): Applied {
  if (method === 'GET') return 'no'
  return status === 409 || (method === 'DELETE' && status === 404) ? 'unknown' : 'no'
}

function answerOf({ status, headers, body }: Answered): Answer {
  const contentType = headers['content-type'] ?? ''
  return { status, correlationId: correlationIdOf(headers), contentType, body }
}

function refusalOf(exchange: Answered): z.output<typeof refusal> | undefined {
  try {
    const wallet = refusal.parse(jsonOf(answerOf(exchange)))
    return isAboutTheClock(exchange.status, wallet.error_description ?? '')
      ? { ...wallet, error: 'invalid_timestamp' }
      : wallet
  } catch {
    return undefined
  }
}

/** The wallet's Java SDK knows a bad clock by these descriptions as well as by the error word. */
function isAboutTheClock(status: number, description: string): boolean {
  return status === 401 && /timestamp is in future|timestamp lifetime exceeded/i.test(description)
}

function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined
  const waitMs = /^\d{1,7}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}

function printable(value: string | undefined): string | undefined {
  return value !== undefined && /^[\x21-\x7e]{1,128}$/.test(value) ? value : undefined
}
