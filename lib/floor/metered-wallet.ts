import 'server-only'
import { database, requireHold } from '#lib/database/connection.ts'
import { now, pause } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import type { AnnouncedCall, CallPriority, CallRecord } from '#lib/wallet/call.ts'
import { createWalletClient, type WalletClient } from '#lib/wallet/client.ts'
import { WalletError } from '#lib/wallet/errors.ts'
import { createTransport, type Transport } from '#lib/wallet/transport.ts'
import { Budget, type Priority } from './budget.ts'
import { CallNotes } from './call-notes.ts'
import { purposeOfCall } from './call-purpose.ts'
import { noticedWhenSilent } from './wallet-silence.ts'

const HOUR_MS = 3_600_000
const KEPT_CALLS_MS = 7 * 24 * HOUR_MS
/**
 * A person rather hears that the wallet is busy than waits long, and whoever acts at the same table waits for what is
 * carried on there; a reading of several calls may take its time.
 */
const LONGEST_WAIT_MS = { person: 5000, poll: 60_000 } satisfies Record<CallPriority, number>

/** The wallet as everything here uses it: within the budget (law 8), each call in the log of calls. */
export function wallet(): WalletClient {
  return oncePerProcess('wallet', () => {
    const client = meteredWallet()
    onShutdown('wallet', () => client.close())
    return client
  })
}

/** A wallet that is metered; its exchanges go over HTTP unless another transport is given. */
export function meteredWallet(transport?: Transport): WalletClient {
  const settings = environment()
  return createWalletClient(
    {
      apiUrl: settings.walletApiUrl,
      clientId: settings.walletClientId,
      macKey: settings.walletMacKey,
      signHost: settings.walletSignHost,
      signPort: settings.walletSignPort,
      projectId: settings.walletProjectId,
      timeoutMs: settings.walletTimeoutMs,
    },
    {
      beforeCall: passBudget,
      afterCall: (record) => {
        callNotes().add(record)
        count(record)
        if (record.code === undefined) for (const hear of answerListeners()) hear()
        if (record.code !== 'too_many_requests') return
        budget().then(
          (shared) => shared.pause(now(), record.retryAfterMs),
          (err: unknown) => log().error({ err }, 'the budget could not be read'),
        )
      },
      now,
      log: (event, details) => log().info(details, event),
    },
    noticedWhenSilent(transport ?? createTransport(new URL(settings.walletApiUrl))),
  )
}

/** Calls back whenever the wallet has answered a call as it should. */
export function onWalletAnswer(hear: () => void): void {
  answerListeners().add(hear)
}

function answerListeners(): Set<() => void> {
  return oncePerProcess('wallet-answer-listeners', () => new Set())
}

/** The calls of the last hour, those before a restart included. */
export function budget(): Promise<Budget> {
  return oncePerProcess('budget', async () => {
    const { callsPerMinute, callsPerHour } = environment()
    const db = await database()
    await db
      .deleteFrom('wallet_calls')
      .where('at', '<', now() - KEPT_CALLS_MS)
      .execute()
    const recent = await db
      .selectFrom('wallet_calls')
      .select(['at', 'method'])
      .where('at', '>', now() - HOUR_MS)
      .orderBy('at')
      .execute()
    // Who waited for a call is not written down: what changed something was asked for by somebody.
    const spent = recent.map(({ at, method }) => ({
      at,
      priority: method === 'GET' ? ('poll' as const) : ('person' as const),
    }))
    return new Budget({ perMinute: callsPerMinute, perHour: callsPerHour }, spent)
  })
}

async function passBudget(call: AnnouncedCall): Promise<void> {
  const shared = await budget()
  const priority = priorityOf(call)
  const askedAt = now()
  const deadline = askedAt + LONGEST_WAIT_MS[call.priority]
  for (;;) {
    const waitMs = shared.waitMs(now(), priority)
    if (waitMs === 0) break
    if (now() + waitMs > deadline) {
      throw new WalletError('The budget for calls to the wallet is used up', {
        code: 'too_many_requests',
        applied: 'no',
        retryAfterMs: waitMs,
      })
    }
    await pause(waitMs, call.signal)
  }
  await requireHold()
  shared.spend(now(), priority)
  purposeOfCall().calls += 1
  const { walletWaitSeconds } = metrics()
  walletWaitSeconds.observe({ priority }, (now() - askedAt) / 1000)
}

function priorityOf({ priority }: Pick<AnnouncedCall, 'priority'>): Priority {
  const { priority: own } = purposeOfCall()
  if (own === 'called_back') return priority === 'poll' ? own : priority
  return priority === 'person' ? (own ?? priority) : priority
}

function count(record: CallRecord): void {
  const { method, pathTemplate: path, code, durationMs } = record
  const { walletCalls, walletCallSeconds } = metrics()
  const priority = priorityOf(record)
  const purpose = purposeOfCall().name
  walletCalls.inc({ method, path, outcome: code ?? 'ok', priority, purpose })
  walletCallSeconds.observe({ priority }, durationMs / 1000)
}

function callNotes(): CallNotes {
  return oncePerProcess('call-notes', () => new CallNotes(database))
}
