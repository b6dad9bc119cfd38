import type { Order } from '#contract/order.ts'
import { payableKeys, statusOf } from '../http/wallet-state.ts'
import { untouched, type Act } from './acts.ts'
import type { Remains } from './oracle.ts'

/** An act at a spot where nothing else happens. */
export interface ActAtSpot {
  act: Act
  spotId: number
  /** As it stood before, where the act needs one. */
  order: Pick<Order, 'transactionKey'> | undefined
}

/** What is not as it has to be at a spot whose act was carried out once and entirely, or not at all. */
export function judgeSpot(
  { act, spotId, order }: ActAtSpot,
  isCarriedOut: boolean,
  { wallet, orders }: Remains,
): string[] {
  const before = act.needs === 'nothing' ? undefined : untouched[act.needs]
  const expected = isCarriedOut ? act : before
  const [row, ...others] = orders.filter((one) => one.spot_id === spotId)
  const columns = new Map<string, unknown>(Object.entries(row ?? {}))
  const payable = payableKeys(wallet, spotId)
  const amountMinor = expected?.payableMinor
  const earlierKey = order?.transactionKey
  return [
    ...flaw('orders in the book', row ? [row, ...others].length : 0, expected ? 1 : 0),
    ...Object.entries(expected?.becomes ?? {}).flatMap(([column, right]) =>
      flaw(column, columns.get(column), right),
    ),
    ...flaw('law 2: payable', payable, amountMinor ? [row?.transaction_key] : []),
    ...flaw(
      'payable amount',
      payable.map((key) => priceOf(wallet, key)),
      amountMinor ? [amountMinor] : [],
    ),
    ...(earlierKey === undefined
      ? []
      : flaw('its transaction from before', statusOf(wallet, earlierKey), expected?.transaction)),
  ]
}

/** Law 10: the trail says of an act that it was asked for and done, or does not know it. */
export function judgeTrail(
  { act, spotId }: ActAtSpot,
  isCarriedOut: boolean,
  { orders, trail }: Remains,
): string[] {
  const row = orders.find((one) => one.spot_id === spotId)
  const subject = act.name === 'spot.close' ? `spot ${spotId}` : `order ${row?.id}`
  const outcomes = trail
    .filter((one) => one.act === act.name && one.subject === subject)
    .map(({ outcome }) => outcome)
  return flaw('law 10: the trail', outcomes, isCarriedOut ? ['asked', 'done'] : [])
}

function flaw(what: string, found: unknown, right: unknown): string[] {
  const [is, wanted] = [found, right].map((value) => JSON.stringify(value))
  return is === wanted ? [] : [`${what}: ${is} instead of ${wanted}`]
}

function priceOf({ transactions }: Remains['wallet'], key: string): number | undefined {
  return transactions.find((one) => one.transaction_key === key)?.payments[0]?.price
}
