import type { Transaction } from '#sandbox/core/state.ts'
import {
  expireTransaction,
  forceTransaction,
  requireTransaction,
} from '#sandbox/core/transactions.ts'
import { change, put, type World } from '#sandbox/core/world.ts'

/** What may become of a held payment while somebody decides about it. */
const paymentChanges = {
  'costs more': (world, key, by) => setPrice(world, key, (priceMinor) => priceMinor + by),
  'costs less': (world, key, by) => setPrice(world, key, (priceMinor) => priceMinor - by),
  'in another currency': (world, key) => {
    forceTransaction(world, key, { currency: 'USD' })
  },
  revoked: (world, key) => {
    forceTransaction(world, key, { status: 'revoked' })
  },
  expired: (world, key) => {
    if (requireTransaction(world, key).status === 'reserved') expireTransaction(world, key)
  },
  'in an unknown state': (world, key) => {
    forceTransaction(world, key, { status: 'pondering' })
  },
} as const satisfies Record<string, (world: World, key: string, by: number) => void>

export const changesAtAnyTime = namesOf(paymentChanges)

/** What no call of the API brings about between two calls, but what a reading may show. */
const seenChanges = {
  ...paymentChanges,
  'at another location': (world: World, key: string) => alter(world, key, { locationId: 4 }),
  'of two payments': (world: World, key: string) => {
    const { payments } = requireTransaction(world, key)
    const more = payments.map((payment) => ({ ...payment, id: payment.id + 1_000_000 }))
    alter(world, key, { payments: [...payments, ...more] })
  },
} as const

export type PaymentChange = keyof typeof seenChanges

export const changesThatAreSeen = namesOf(seenChanges)

export function changePayment(world: World, key: string, what: PaymentChange, by: number): void {
  change(world, () => seenChanges[what](world, key, by))
}

/** The guest pays once more: a second transaction with the same contents, which no order carries. */
export function payOnceMore(world: World, key: string): void {
  const paid = requireTransaction(world, key)
  change(world, () => {
    const second = { ...paid, key: `again${paid.key}`.slice(0, 20), orderIds: [] }
    put(world, 'transactions', second.key, second)
  })
}

function setPrice(world: World, key: string, to: (priceMinor: number) => number): void {
  const priceMinor = to(requireTransaction(world, key).payments[0]?.priceMinor ?? 0)
  forceTransaction(world, key, { priceMinor })
}

function alter(world: World, key: string, changed: Partial<Transaction>): void {
  put(world, 'transactions', key, { ...requireTransaction(world, key), ...changed })
}

/** The names in an object of ours, which has no others. */
function namesOf<Name extends string>(named: Readonly<Record<Name, unknown>>): readonly Name[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets what it knows.
  return Object.keys(named) as Name[]
}
