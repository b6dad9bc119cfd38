import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { draft } from '../http/calls.ts'
import { freshKey, type Person } from '../http/person.ts'
import { PREPARED_MINOR, type Act, type Asked } from './acts.ts'
import type { ActAtSpot } from './judge-act.ts'
import type { MortalHouse } from './mortal-house.ts'
import type { Remains } from './oracle.ts'
import { settle } from './settle.ts'

/** An act that can be asked for now. */
export interface Prepared extends ActAtSpot {
  order: Order | undefined
  asked: Asked
}

/** Gives each act a spot of its own with what it needs there. */
export async function prepare(
  acts: readonly Act[],
  house: MortalHouse,
  staff: Person,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const act of acts) prepared.push(await prepareOne(act, house, staff))
  // Only a payment that Spotboard knows of can be declined, and a start reads them all at once.
  const held = prepared.filter(({ act }) => act.needs === 'reserved')
  await house.dashboard.crash()
  await house.dashboard.start()
  const isKnown = ({ orders }: Remains, { order }: Prepared) =>
    orders.some(({ id, status }) => id === order?.id && status === 'reserved')
  await settle(house.remains, (now) => held.every((one) => isKnown(now, one)))
  return prepared
}

async function prepareOne(act: Act, { wallet }: MortalHouse, staff: Person): Promise<Prepared> {
  const guest = `guest ${randomUUID()}`
  const spotId = await wallet.scan(guest, randomUUID())
  if (act.needs === 'nothing') {
    return { act, spotId, order: undefined, asked: act.ask(spotId, undefined) }
  }
  const asking = { body: draft(PREPARED_MINOR), headers: freshKey() }
  const answer = await staff.ask('POST', address.spotOrders(spotId), asking)
  const order = Order.parse(JSON.parse(answer.text))
  if (act.needs === 'reserved') {
    await wallet.control('reserve', { guest, transactionKey: order.transactionKey ?? '' })
  }
  return { act, spotId, order, asked: act.ask(spotId, order) }
}
