import type { Call } from '#sandbox/core/call.ts'
import { find, type World } from '#sandbox/core/world.ts'

/** The spot that a call is about, or undefined where it names none: a creation of a transaction. */
export function spotOfCall(world: World, { path }: Call): number | undefined {
  const [, kind, id = ''] = /\/(spot|order|transaction)\/(\w+)/.exec(path) ?? []
  if (kind === 'spot') return Number(id)
  if (kind === 'order') return find(world, 'orders', id)?.spotId
  const orderId = kind === 'transaction' ? find(world, 'transactions', id)?.orderIds[0] : undefined
  return orderId === undefined ? undefined : find(world, 'orders', orderId)?.spotId
}

/** The transaction that a call is about, if it names one. */
export function keyOfCall({ path }: Call): string | undefined {
  return /\/transaction\/(\w+)/.exec(path)?.[1]
}
