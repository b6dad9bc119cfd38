import { owns, type Caller } from './callers.ts'
import { announce } from './callbacks.ts'
import { randomText } from './chance.ts'
import { forbidden, invalidState, notFound } from './errors.ts'
import type { TransactionInput } from './transaction-input.ts'
import type { Guest, Transaction, TransactionContents } from './state.ts'
import { all, change, find, nowMs, put, shownNowS, type World } from './world.ts'

const monthMs = 30 * 86_400_000
const payable = new Set([
  'new',
  'waiting',
  'waiting_funds',
  'waiting_registration',
  'waiting_password',
])
const renewable = new Set(['deleted', 'rejected', 'failed', 'revoked'])

export function requireTransaction(world: World, key: string): Transaction {
  const transaction = find(world, 'transactions', key)
  if (!transaction) throw notFound('Transaction not found')
  return transaction
}

/** A transaction that the caller may read: a merchant's own, or any whose key a guest knows. */
export function readableTransaction(world: World, caller: Caller, key: string): Transaction {
  const transaction = requireTransaction(world, key)
  if (caller.kind === 'client' && !owns(caller, transaction.projectId)) {
    throw forbidden('This resource is assigned to another project')
  }
  return transaction
}

export function createTransaction(
  world: World,
  input: TransactionInput,
  scope: { projectId: number; locationId: number | null },
): Transaction {
  const payments = input.payments.map((payment) => ({ ...payment, id: nextPaymentId(world) }))
  return addTransaction(world, { ...input.contents, ...scope, payments })
}

/** A new transaction with the same contents under a completely new key. */
export function renewTransaction(world: World, old: Transaction): Transaction {
  if (!renewable.has(old.status)) {
    throw invalidState(`A transaction that is ${old.status} cannot be renewed`)
  }
  const { projectId, locationId, reserve, useAllowance, suggestAllowance } = old
  const { autoConfirm, callbackUri, extra } = old
  return addTransaction(world, {
    projectId,
    locationId,
    reserve,
    useAllowance,
    suggestAllowance,
    autoConfirm,
    callbackUri,
    extra,
    payments: old.payments.map((payment) => ({ ...payment, id: nextPaymentId(world) })),
  })
}

/** A guest agrees: the money is held, or moves at once where the merchant asked for that. */
export function reserveTransaction(world: World, guest: Guest, key: string): Transaction {
  const transaction = requireTransaction(world, key)
  requirePayable(transaction, 'reserved')
  const length =
    'for' in transaction.reserve
      ? transaction.reserve.for
      : Math.max(0, transaction.reserve.until - shownNowS(world))
  const held = { ...transaction, payerWalletId: guest.walletId }
  const settled = transaction.autoConfirm
    ? { ...held, status: 'confirmed', confirmedAtS: shownNowS(world), dueAtMs: null }
    : { ...held, status: 'reserved', dueAtMs: nowMs(world) + length * 1000 }
  return settle(world, settled, 'announced')
}

export function rejectTransaction(world: World, key: string): Transaction {
  const transaction = requireTransaction(world, key)
  requirePayable(transaction, 'rejected')
  return settle(world, { ...transaction, status: 'rejected', dueAtMs: null }, 'announced')
}

/** The reservation time runs out now: the guest has the money back. */
export function expireTransaction(world: World, key: string): Transaction {
  const transaction = requireTransaction(world, key)
  if (transaction.status !== 'reserved' && !transaction.status.startsWith('waiting')) {
    throw invalidState(`A transaction that is ${transaction.status} does not expire`)
  }
  return settle(world, { ...transaction, status: 'failed', dueAtMs: null }, 'announced')
}

/** `lowered` holds the reduced amounts by payment id; the merchant's own act is not called back. */
export function confirmTransaction(
  world: World,
  transaction: Transaction,
  lowered: ReadonlyMap<number, number>,
): Transaction {
  if (transaction.status !== 'reserved') {
    throw invalidState(`A transaction that is ${transaction.status} cannot be confirmed`)
  }
  const payments = transaction.payments.map((payment) => ({
    ...payment,
    priceMinor: lowered.get(payment.id) ?? payment.priceMinor,
  }))
  const confirmed = { ...transaction, payments, confirmedAtS: shownNowS(world), dueAtMs: null }
  return settle(world, { ...confirmed, status: 'confirmed' }, 'silent')
}

export function revokeTransaction(world: World, transaction: Transaction): Transaction {
  const status = transaction.status
  if (status !== 'new' && status !== 'reserved' && !status.startsWith('waiting')) {
    throw invalidState(`A transaction that is ${status} cannot be revoked`)
  }
  const ended = { ...transaction, status: status === 'new' ? 'deleted' : 'revoked', dueAtMs: null }
  return settle(world, ended, 'silent')
}

export function isRevocable(transaction: Transaction): boolean {
  return payable.has(transaction.status) || transaction.status === 'reserved'
}

/** Puts a transaction into any state or amount, for what no documented call can bring about. */
export function forceTransaction(
  world: World,
  key: string,
  forced: { status?: string; priceMinor?: number; currency?: string },
): Transaction {
  const transaction = requireTransaction(world, key)
  const payments = transaction.payments.map((payment, index) =>
    index > 0
      ? payment
      : {
          ...payment,
          priceMinor: forced.priceMinor ?? payment.priceMinor,
          currency: forced.currency ?? payment.currency,
        },
  )
  const status = forced.status ?? transaction.status
  const next = { ...transaction, payments, status }
  const dueAtMs = isRevocable(next) ? transaction.dueAtMs : null
  const isChanged = status !== transaction.status
  return settle(world, { ...next, dueAtMs }, isChanged ? 'announced' : 'silent')
}

/** Ends what time ends: reservations fail, forgotten new transactions are deleted. */
export function letTimePass(world: World): void {
  const { nextDueAtMs } = world.state
  const now = nowMs(world)
  if (nextDueAtMs === null || nextDueAtMs > now) return
  world.state.nextDueAtMs = null
  change(world, () => {
    for (const transaction of all(world, 'transactions')) {
      if (transaction.dueAtMs === null) continue
      if (transaction.dueAtMs > now) noteDue(world, transaction.dueAtMs)
      else if (transaction.status === 'new') revokeTransaction(world, transaction)
      else settle(world, { ...transaction, status: 'failed', dueAtMs: null }, 'announced')
    }
  })
}

function requirePayable(transaction: Transaction, aim: string): void {
  if (!payable.has(transaction.status)) {
    throw invalidState(`A transaction that is ${transaction.status} cannot be ${aim}`)
  }
}

function addTransaction(world: World, contents: TransactionContents): Transaction {
  let key = randomText(world.random, 20)
  while (find(world, 'transactions', key)) key = randomText(world.random, 20)
  const transaction: Transaction = {
    ...contents,
    key,
    status: 'new',
    createdAtS: shownNowS(world),
    confirmedAtS: null,
    payerWalletId: null,
    dueAtMs: nowMs(world) + monthMs,
    orderIds: [],
  }
  return settle(world, transaction, 'silent')
}

function settle(world: World, transaction: Transaction, how: 'announced' | 'silent'): Transaction {
  put(world, 'transactions', transaction.key, transaction)
  if (transaction.dueAtMs !== null) noteDue(world, transaction.dueAtMs)
  if (how === 'announced') announce(world, transaction)
  return transaction
}

function noteDue(world: World, dueAtMs: number): void {
  world.state.nextDueAtMs = Math.min(world.state.nextDueAtMs ?? dueAtMs, dueAtMs)
}

function nextPaymentId(world: World): number {
  world.state.lastIds.payment += 1
  return world.state.lastIds.payment
}
