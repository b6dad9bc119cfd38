import 'server-only'
import { z } from 'zod'
import {
  decoration,
  kept,
  type Notice,
  parse,
  present,
  statusWord,
  transactionKey,
  walletId,
} from './answer.ts'

type OtherWord = string & Record<never, never>

export type WalletSpotStatus = 'closed' | 'waiting' | 'open' | OtherWord
export type WalletOrderStatus = 'pending' | 'reserved' | 'confirmed' | 'closed' | OtherWord

export interface WalletOrder {
  id: number
  transactionKey: string
  status: WalletOrderStatus
  otherFields?: Record<string, unknown>
}

export interface WalletPlaceInfo {
  title?: string
  description?: string
  address?: string
  logoUri?: string
  locationId?: number
}

export interface WalletSpot {
  id: number
  status: WalletSpotStatus
  /** Hostile text: anybody can make it up. Only the spot's owner is told. */
  identifier?: string
  placeInfo?: WalletPlaceInfo
  /** Only where the wallet shows them to a merchant, and only those of the present visit. */
  orders?: WalletOrder[]
  otherFields?: Record<string, unknown>
}

const orderWire = z.looseObject({
  id: walletId,
  transaction_key: transactionKey,
  status: z.string(),
})

const placeInfoWire = z.looseObject({
  title: decoration,
  description: decoration,
  address: decoration,
  logo_uri: decoration,
  location_id: walletId.exactOptional(),
})

const spotWire = z.looseObject({
  id: walletId,
  status: z.string(),
  identifier: z.string().exactOptional(),
  place_info: placeInfoWire.exactOptional(),
  orders: z.array(orderWire).exactOptional(),
})

const spotWords: ReadonlySet<string> = new Set(['closed', 'waiting', 'open'])
const orderWords: ReadonlySet<string> = new Set(['pending', 'reserved', 'confirmed', 'closed'])
const unusedOrderFields: ReadonlySet<string> = new Set(['user_id', 'transaction'])

export function readSpot(json: unknown, notice: Notice): WalletSpot {
  const { id, status, identifier, place_info, orders, ...rest } = parse(spotWire, json)
  // The reference names this status both ways.
  const word = status === 'opened' ? 'open' : status
  return {
    id,
    status: statusWord('spot', word, spotWords, notice),
    ...present({
      identifier,
      placeInfo: place_info && placeInfoOf(place_info),
      orders: orders?.map((order) => orderOf(order, notice)),
    }),
    ...kept('spot', rest, new Set(), notice),
  }
}

export function readOrder(json: unknown, notice: Notice): WalletOrder {
  return orderOf(parse(orderWire, json), notice)
}

function orderOf(wire: z.output<typeof orderWire>, notice: Notice): WalletOrder {
  const { id, transaction_key, status, ...rest } = wire
  return {
    id,
    transactionKey: transaction_key,
    status: statusWord('order', status, orderWords, notice),
    ...kept('order', rest, unusedOrderFields, notice),
  }
}

function placeInfoOf(wire: z.output<typeof placeInfoWire>): WalletPlaceInfo {
  const { title, description, address, logo_uri: logoUri, location_id: locationId } = wire
  return present({ title, description, address, logoUri, locationId })
}
