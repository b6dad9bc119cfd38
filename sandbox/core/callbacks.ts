import { everything, render } from './fields.ts'
import { projectById } from './projects.ts'
import type { Callback, Transaction } from './state.ts'
import { transactionView } from './transaction-view.ts'
import { all, find, nowMs, put, type World } from './world.ts'

const calledBack = new Set([
  'reserved',
  'confirmed',
  'rejected',
  'failed',
  'waiting_funds',
  'waiting_registration',
  'waiting_password',
])

/** After a failed attempt the next one follows this long after the last was due. */
const retryDelaysMs = [1000, 5000, 25_000]

/** Queues the callback about the state that the transaction has now, if anybody asked for one. */
export function announce(world: World, transaction: Transaction): void {
  const url = transaction.callbackUri ?? projectById(world, transaction.projectId).callbackUri
  if (!url || !calledBack.has(transaction.status)) return
  world.state.lastIds.callback += 1
  const id = world.state.lastIds.callback
  const event = JSON.stringify({
    type: transaction.status,
    object: 'transaction',
    data: render(transactionView(world, transaction), everything),
  })
  put(world, 'callbacks', id, {
    id,
    url,
    type: transaction.status,
    transactionKey: transaction.key,
    // PHP writes slashes escaped; a receiver that re-serialises the text breaks its signature.
    event: event.replaceAll('/', '\\/'),
    attempts: [],
    dueAtMs: nowMs(world),
    isDelivered: false,
  })
}

export function pendingCallbacks(world: World): Callback[] {
  return all(world, 'callbacks').filter((callback) => callback.dueAtMs !== null)
}

/** Any 2xx is a delivery; anything else is tried three more times. */
export function recordAttempt(world: World, id: number, outcome: number | string): void {
  const callback = find(world, 'callbacks', id)
  if (!callback || callback.dueAtMs === null) return
  const isDelivered = typeof outcome === 'number' && outcome >= 200 && outcome < 300
  const delayMs = isDelivered ? undefined : retryDelaysMs[callback.attempts.length]
  put(world, 'callbacks', id, {
    ...callback,
    attempts: [...callback.attempts, { atMs: nowMs(world), outcome }],
    dueAtMs: delayMs === undefined ? null : callback.dueAtMs + delayMs,
    isDelivered,
  })
}
