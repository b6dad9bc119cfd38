import 'server-only'
import { uptime } from '#lib/runtime/clock.ts'
import { type Answer, jsonOf } from './answer.ts'
import type { CallOptions, PerformCall, WalletCall, WalletConfig, WalletHooks } from './call.ts'
import type { WalletError } from './errors.ts'
import { judgeExchange, unreadableAnswer } from './judge-exchange.ts'
import { readServerTimeMs } from './merchant-schemas.ts'
import { decideRetry, leastUsefulMs } from './retry.ts'
import { authorizationOf, extOf, freshNonce } from './sign.ts'
import { createTransport, type Transport } from './transport.ts'

export interface Caller {
  perform: PerformCall
  /** Answers the wallet's time in milliseconds; signatures follow it from then on. */
  serverTimeCall: WalletCall<number>
  /** How far the wallet's clock is ahead of ours, as far as that was ever asked; negative where it is behind. */
  clockOffsetMs: () => number
  close: () => void
}

interface Try {
  attempt: number
  timeLeftMs: number
  options: CallOptions
}

type TryOutcome<T> = { value: T } | { error: WalletError }

/** One call's life: gate, signature, exchange, judgement, and whether to try once more. */
export function createCaller(
  config: WalletConfig,
  hooks: WalletHooks,
  givenTransport?: Transport,
): Caller {
  const apiUrl = new URL(config.apiUrl)
  const transport = givenTransport ?? createTransport(apiUrl)
  const pathPrefix = apiUrl.pathname.replace(/\/+$/, '')
  const urlPort = Number(apiUrl.port || (apiUrl.protocol === 'https:' ? 443 : 80))
  const host = config.signHost ?? apiUrl.hostname
  const port = config.signPort ?? urlPort
  const now = hooks.now ?? Date.now
  let clockOffsetMs = 0

  const serverTimeCall: WalletCall<number> = {
    method: 'GET',
    pathTemplate: '/server',
    path: '/rest/v1/server',
    isUnsigned: true,
    read: (answer) => {
      const serverTimeMs = readServerTimeMs(jsonOf(answer))
      clockOffsetMs = serverTimeMs - now()
      return serverTimeMs
    },
  }

  async function perform<T>(call: WalletCall<T>, options: CallOptions = {}): Promise<T> {
    await passGate(call, options)
    const deadline = uptime() + config.timeoutMs
    const timeLeftMs = (): number => deadline - uptime()
    let clockWasRead = false
    for (let attempt = 1; ; attempt += 1) {
      const offsetSignedWith = clockOffsetMs
      const outcome = await tryCall(call, { attempt, timeLeftMs: timeLeftMs(), options })
      if ('value' in outcome) return outcome.value

      const { error } = outcome
      const decision = decideRetry({
        method: call.method,
        attempt,
        code: error.code,
        status: error.status,
        walletCode: error.walletCode,
        clockWasRead,
        isGivenUp: options.signal?.aborted ?? false,
        timeLeftMs: timeLeftMs(),
      })
      if (!decision.again) throw error
      try {
        const untilDeadline = { ...options, signal: endingIn(timeLeftMs(), options.signal) }
        // Another call may have learnt the time since this one was signed.
        if (decision.readClockFirst && clockOffsetMs === offsetSignedWith) {
          await passGate(serverTimeCall, untilDeadline)
          const clock = await tryCall(serverTimeCall, {
            attempt,
            timeLeftMs: timeLeftMs(),
            options,
          })
          if ('error' in clock) throw clock.error
        }
        await passGate(call, untilDeadline)
      } catch (cause) {
        log(call, 'not repeated', cause instanceof Error ? cause.message : 'the gate is shut')
        throw error
      }
      if (timeLeftMs() < leastUsefulMs) throw error
      log(call, 'repeated', decision.reason)
      clockWasRead ||= decision.readClockFirst
    }
  }

  async function tryCall<T>(call: WalletCall<T>, about: Try): Promise<TryOutcome<T>> {
    const startedAt = now()
    const started = uptime()
    const body = call.body && JSON.stringify(call.body)
    const target = pathPrefix + call.path + (call.query ? `?${call.query.toString()}` : '')
    const exchange = await transport.exchange({
      method: call.method,
      target,
      headers: headersOf(call, target, body),
      body,
      timeLeftMs: about.timeLeftMs,
      signal: about.options.signal,
    })
    const judged = judgeExchange(exchange, call, now())
    const outcome = 'answer' in judged ? readAnswer(call, judged.answer) : judged
    const { status, correlationId } = 'answer' in judged ? judged.answer : judged.error
    const error = 'error' in outcome ? outcome.error : undefined
    try {
      hooks.afterCall?.({
        method: call.method,
        pathTemplate: call.pathTemplate,
        priority: about.options.priority ?? 'person',
        startedAt,
        durationMs: uptime() - started,
        status,
        code: error?.code,
        walletCode: error?.walletCode,
        correlationId,
        retryAfterMs: error?.retryAfterMs,
        attempt: about.attempt,
      })
    } catch (cause) {
      // A record that cannot be kept must not cost the answer, which may be a key to somebody's money.
      log(call, 'not recorded', cause instanceof Error ? cause.message : 'unknown')
    }
    return outcome
  }

  function headersOf(
    call: WalletCall<unknown>,
    target: string,
    body: string | undefined,
  ): Record<string, string> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': config.userAgent ?? 'Spotboard',
    }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (body !== undefined || call.method === 'PUT' || call.method === 'POST') {
      headers['content-length'] = String(Buffer.byteLength(body ?? ''))
    }
    if (!call.isUnsigned) {
      headers.authorization = authorizationOf(config, {
        ts: String(Math.floor((now() + clockOffsetMs) / 1000)),
        nonce: freshNonce(),
        method: call.method,
        uri: target,
        host,
        port,
        ext: extOf(body, { projectId: config.projectId, locationId: call.locationId }),
      })
    }
    return headers
  }

  async function passGate(call: WalletCall<unknown>, options: CallOptions): Promise<void> {
    const { method, pathTemplate } = call
    const { priority = 'person', signal } = options
    await hooks.beforeCall?.({ method, pathTemplate, priority, signal })
  }

  function log(call: WalletCall<unknown>, event: string, reason: string): void {
    hooks.log?.(`wallet call ${event}`, { call: `${call.method} ${call.pathTemplate}`, reason })
  }

  return { perform, serverTimeCall, clockOffsetMs: () => clockOffsetMs, close: transport.close }
}

/** A signal that says stop when the time is over, or earlier when the caller does. */
function endingIn(timeLeftMs: number, signal: AbortSignal | undefined): AbortSignal {
  const over = AbortSignal.timeout(Math.max(0, Math.ceil(timeLeftMs)))
  return signal ? AbortSignal.any([signal, over]) : over
}

function readAnswer<T>(call: WalletCall<T>, answer: Answer): TryOutcome<T> {
  try {
    return { value: call.read(answer) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause : new Error('it cannot be read')
    return { error: unreadableAnswer(call, answer, reason) }
  }
}
