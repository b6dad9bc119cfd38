import type { WireRequest } from '#lib/wallet/transport.ts'
import { cafeId } from '#sandbox/core/seed.ts'
import type { WalletState } from '#sandbox/core/state.ts'

/** The spots of a small house: few, so that people meet at them. */
export const spotIds = [1, 2, 3] as const
/** Where deeds are done with guests who have no table. */
export const counter = 0

/** What else a house may have. */
export interface Site {
  /** How many spots there are; their ids count from 1. */
  spots: number
  /** Whether the wallet counts calls and refuses what is too much, as it does over HTTP. */
  isLimited: boolean
  /** Whether it is noted what guests could pay at each moment, which takes long over hundreds of orders. */
  notesPayable: boolean
  /** Told of each call in the moment in which it is made. */
  onCall: (request: WireRequest) => void
}

export const quietPlace: Site = {
  spots: spotIds.length,
  isLimited: false,
  notesPayable: true,
  onCall: () => {},
}

/** The seeded spots, and as many more of the same house as it has. */
export function spotsOf(state: WalletState, count: number): WalletState['tables']['spots'] {
  const spots: WalletState['tables']['spots'] = {}
  for (let id = 1; id <= count; id += 1) {
    const seeded = state.tables.spots[id]
    spots[id] =
      seeded?.locationId === cafeId
        ? seeded
        : {
            id,
            locationId: cafeId,
            identifier: `ROOM${id}`,
            status: 'closed',
            session: 0,
            orderIds: [],
          }
  }
  return spots
}
