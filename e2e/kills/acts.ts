import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import { draft } from '../http/calls.ts'
import { freshKey, ifMatch, type Asking } from '../http/person.ts'
import type { Remains } from './oracle.ts'

export const PREPARED_MINOR = 500

export interface Asked extends Asking {
  method: 'POST' | 'PUT' | 'DELETE'
  path: string
}

/** Something that staff do, and what is true once it is carried out. */
export interface Act extends State {
  /** As the trail calls it. */
  name: string
  /** What stands on the spot before. */
  needs: 'nothing' | 'pending' | 'reserved'
  ask: (spotId: number, order: Order | undefined) => Asked
}

/** What is true of an order at one time, in the book and at the wallet. */
interface State {
  /** Columns of its row. */
  becomes: Partial<Remains['orders'][number]>
  /** What a guest can pay now. */
  payableMinor?: number
  /** The word for the transaction that it had before the act. */
  transaction?: string
}

/** Where the act has not happened. */
export const untouched: Record<Exclude<Act['needs'], 'nothing'>, State> = {
  pending: {
    becomes: { status: 'pending', version: 1 },
    payableMinor: PREPARED_MINOR,
    transaction: 'new',
  },
  reserved: { becomes: { status: 'reserved', version: 1 }, transaction: 'reserved' },
}

export const acts: [Act, ...Act[]] = [
  {
    name: 'order.submit',
    needs: 'nothing',
    ask: (spotId) => ({
      method: 'POST',
      path: address.spotOrders(spotId),
      body: draft(700),
      headers: freshKey(),
    }),
    becomes: { status: 'pending', version: 1 },
    payableMinor: 700,
  },
  {
    name: 'order.edit',
    needs: 'pending',
    ask: (_, order) => ({
      method: 'PUT',
      path: address.order(idOf(order)),
      body: draft(900),
      headers: { ...freshKey(), ...ifMatch(1) },
    }),
    becomes: { status: 'pending', version: 2 },
    payableMinor: 900,
    transaction: 'deleted',
  },
  {
    name: 'order.delete',
    needs: 'pending',
    ask: (_, order) => ({
      method: 'DELETE',
      path: address.order(idOf(order)),
      headers: ifMatch(1),
    }),
    becomes: { status: 'closed', closed_as: 'deleted' },
    transaction: 'deleted',
  },
  {
    name: 'spot.close',
    needs: 'pending',
    ask: (spotId) => ({
      method: 'POST',
      path: address.closeSpot(spotId),
      body: { endsUnpaid: true },
    }),
    becomes: { status: 'closed', closed_as: 'ended_with_spot' },
    transaction: 'deleted',
  },
  {
    name: 'order.settle',
    needs: 'pending',
    ask: (_, order) => ({
      method: 'POST',
      path: address.settleOrder(idOf(order)),
      body: { with: 'card' },
    }),
    becomes: { status: 'closed', closed_as: 'settled', settled_with: 'card' },
    transaction: 'deleted',
  },
  {
    name: 'order.confirm',
    needs: 'reserved',
    ask: (_, order) => ({
      method: 'POST',
      path: address.confirmOrder(idOf(order)),
      headers: ifMatch(1),
    }),
    becomes: { status: 'confirmed' },
    transaction: 'confirmed',
  },
  {
    name: 'order.decline',
    needs: 'reserved',
    ask: (_, order) => ({ method: 'POST', path: address.declineOrder(idOf(order)) }),
    becomes: { status: 'closed', closed_as: 'declined' },
    transaction: 'revoked',
  },
]

function idOf(order: Order | undefined): string {
  if (order === undefined) throw new Error('This act is about an order that stands on the spot.')
  return order.id
}
