import 'server-only'
import { type Answer, jsonOf, type Notice, readPage, type WalletPage } from './answer.ts'
import type { CallOptions, PerformCall } from './call.ts'
import { isWalletError } from './errors.ts'
import { idSegment, keySegment, optionalQuery, type PageRequest, pageQuery } from './paths.ts'
import { readOrder, readSpot, type WalletOrder, type WalletSpot } from './spot-schemas.ts'

export interface SpotFilter extends PageRequest {
  status: 'waiting' | 'open' | 'closed'
  /** The wallet is asked for this location only; whether it heeds that, `placeInfo.locationId` says. */
  locationId?: number | undefined
}

/** Spots and the orders on them. */
export function createSpotCalls(perform: PerformCall, notice: Notice) {
  const spot = (answer: Answer): WalletSpot => readSpot(jsonOf(answer), notice)
  const order = (answer: Answer): WalletOrder => readOrder(jsonOf(answer), notice)
  // The reference names the filter's word both ways; whichever was understood last is asked first.
  let openWord: 'open' | 'opened' = 'open'

  async function listSpots(
    filter: SpotFilter,
    options?: CallOptions,
  ): Promise<WalletPage<WalletSpot>> {
    if (filter.status !== 'open') return listByWord(filter.status, filter, options)
    const word = openWord
    try {
      return await listByWord(word, filter, options)
    } catch (error) {
      if (!isRefusedParameter(error)) throw error
      const otherWord = word === 'open' ? 'opened' : 'open'
      const page = await listByWord(otherWord, filter, options)
      openWord = otherWord
      return page
    }
  }

  async function listByWord(
    word: string,
    { locationId, ...page }: SpotFilter,
    options: CallOptions | undefined,
  ): Promise<WalletPage<WalletSpot>> {
    const location = locationId === undefined ? undefined : idSegment(locationId)
    const query = new URLSearchParams([
      ['status', word],
      ...pageQuery(page),
      ...optionalQuery('location_id', location),
    ])
    return perform(
      {
        method: 'GET',
        pathTemplate: '/spots',
        path: '/rest/v1/spots',
        query,
        read: (answer) => readPage(jsonOf(answer), 'spots', (item) => readSpot(item, notice)),
      },
      options,
    )
  }

  return {
    /** One page of the spots with a status. */
    listSpots,

    async getSpot(id: number, options?: CallOptions): Promise<WalletSpot> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/spot/:id',
          path: `/rest/v1/spot/${idSegment(id)}`,
          read: (answer) => about(id, spot(answer)),
        },
        options,
      )
    },

    async closeSpot(id: number, options?: CallOptions): Promise<WalletSpot> {
      return perform(
        {
          method: 'PUT',
          pathTemplate: '/spot/:id/close',
          path: `/rest/v1/spot/${idSegment(id)}/close`,
          read: (answer) => about(id, spot(answer)),
        },
        options,
      )
    },

    async createOrder(
      spotId: number,
      transactionKey: string,
      options?: CallOptions,
    ): Promise<WalletOrder> {
      return perform(
        {
          method: 'POST',
          pathTemplate: '/spot/:id/order',
          path: `/rest/v1/spot/${idSegment(spotId)}/order`,
          body: { transaction_key: keySegment(transactionKey) },
          read: order,
        },
        options,
      )
    },

    /** Puts another transaction on an order. The old one is not the wallet's care: revoke it. */
    async editOrder(
      orderId: number,
      transactionKey: string,
      options?: CallOptions,
    ): Promise<WalletOrder> {
      return perform(
        {
          method: 'PUT',
          pathTemplate: '/order/:id',
          path: `/rest/v1/order/${idSegment(orderId)}`,
          body: { transaction_key: keySegment(transactionKey) },
          read: order,
        },
        options,
      )
    },

    async deleteOrder(orderId: number, options?: CallOptions): Promise<WalletOrder> {
      return perform(
        {
          method: 'DELETE',
          pathTemplate: '/order/:id',
          path: `/rest/v1/order/${idSegment(orderId)}`,
          read: (answer) => about(orderId, order(answer)),
        },
        options,
      )
    },

    async getOrder(orderId: number, options?: CallOptions): Promise<WalletOrder> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/order/:id',
          path: `/rest/v1/order/${idSegment(orderId)}`,
          read: (answer) => about(orderId, order(answer)),
        },
        options,
      )
    },
  }
}

function about<T extends { id: number }>(id: number, thing: T): T {
  if (thing.id !== id) throw new Error('The answer is about something else than was asked for.')
  return thing
}

function isRefusedParameter(error: unknown): boolean {
  return isWalletError(error) && error.status === 400 && error.walletCode === 'invalid_parameters'
}
