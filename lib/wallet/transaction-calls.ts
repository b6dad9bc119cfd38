import 'server-only'
import {
  type Answer,
  jsonOf,
  lacksStatus,
  type Notice,
  readPage,
  type WalletPage,
} from './answer.ts'
import type { CallOptions, PerformCall, WalletCall } from './call.ts'
import { WalletError } from './errors.ts'
import { assertPayable } from './money.ts'
import { idSegment, keySegment, optionalQuery, type PageRequest, pageQuery } from './paths.ts'
import {
  readTransaction,
  type WalletTransaction,
  type WalletTransactionStatus,
} from './transaction-schemas.ts'

/** A transaction has one payment: the guest's app can show and pay no other. */
export interface NewTransaction {
  priceMinor: number
  currency: string
  /** All that the guest's app shows of the order. */
  description: string
  /** Comes back unchanged: our own references. */
  parameters?: Record<string, string | number> | undefined
  /** How long the guest's money may be held before it goes back by itself. */
  reserveForSeconds: number
  callbackUri?: string | undefined
  locationId?: number | undefined
}

export interface TransactionFilter extends PageRequest {
  statuses?: readonly WalletTransactionStatus[] | undefined
  createdFromMs?: number | undefined
  createdToMs?: number | undefined
  locationId?: number | undefined
}

export interface PaymentPrice {
  paymentId: number
  priceMinor: number
  currency: string
}

export function createTransactionCalls(perform: PerformCall, notice: Notice) {
  const transaction = (answer: Answer): WalletTransaction => readTransaction(jsonOf(answer), notice)

  async function getTransaction(key: string, options?: CallOptions): Promise<WalletTransaction> {
    return perform(
      {
        method: 'GET',
        pathTemplate: '/transaction/:key',
        path: `/rest/v1/transaction/${keySegment(key)}`,
        read: (answer) => about(key, transaction(answer)),
      },
      options,
    )
  }

  /**
   * Confirm and revoke may be answered with nothing that says what became of the transaction; then
   * it is read again, and if that fails the outcome is unknown although the call itself succeeded.
   */
  async function change(
    key: string,
    call: Omit<WalletCall<WalletTransaction>, 'read'>,
    options: CallOptions | undefined,
  ): Promise<WalletTransaction> {
    const changed = await perform(
      {
        ...call,
        read: (answer) => (lacksStatus(answer) ? undefined : about(key, transaction(answer))),
      },
      options,
    )
    if (changed) return changed
    try {
      return await getTransaction(key, options)
    } catch (cause) {
      const message = `${call.method} ${call.pathTemplate}: answered without a status, then not read`
      throw new WalletError(message, { code: 'unreadable', applied: 'unknown', cause })
    }
  }

  return {
    getTransaction,

    async createTransaction(
      input: NewTransaction,
      options?: CallOptions,
    ): Promise<WalletTransaction> {
      const { description, priceMinor: price, currency, parameters } = input
      const { reserveForSeconds, callbackUri } = input
      if (!Number.isSafeInteger(reserveForSeconds) || reserveForSeconds <= 0) {
        throw new Error('The reservation time is not a positive number of seconds.')
      }
      if (!description) throw new Error('A payment needs a description.')
      assertPayable(price, currency)
      return perform(
        {
          method: 'POST',
          pathTemplate: '/transaction',
          path: '/rest/v1/transaction',
          body: {
            payments: [{ description, price, currency, parameters }],
            reserve: { for: reserveForSeconds },
            callback_uri: callbackUri,
          },
          locationId: input.locationId,
          read: transaction,
        },
        options,
      )
    },

    /** One page of the transactions that match. */
    async listTransactions(
      filter: TransactionFilter,
      options?: CallOptions,
    ): Promise<WalletPage<WalletTransaction>> {
      const { statuses, createdFromMs, createdToMs, locationId, ...page } = filter
      const location = locationId === undefined ? undefined : idSegment(locationId)
      const query = new URLSearchParams([
        ...optionalQuery('status', statuses?.join(',')),
        ...optionalQuery('from', wholeSeconds(createdFromMs, Math.floor)),
        ...optionalQuery('to', wholeSeconds(createdToMs, Math.ceil)),
        ...optionalQuery('location_id', location),
        ...pageQuery(page),
      ])
      return perform(
        {
          method: 'GET',
          pathTemplate: '/transactions',
          path: '/rest/v1/transactions',
          query,
          read: (answer) =>
            readPage(jsonOf(answer), 'transactions', (item) => readTransaction(item, notice)),
        },
        options,
      )
    },

    /**
     * Takes the reserved money. Only an answer with the status `confirmed` means that it is ours. `prices` are those
     * that were reserved, or lower ones: the wallet refuses to take more, and a payment that has become dearer since it
     * was read is taken at these.
     */
    async confirmTransaction(
      key: string,
      prices?: readonly PaymentPrice[],
      options?: CallOptions,
    ): Promise<WalletTransaction> {
      const call = {
        method: 'PUT',
        pathTemplate: '/transaction/:key/confirm',
        path: `/rest/v1/transaction/${keySegment(key)}/confirm`,
        body: prices && priceMap(prices),
      } as const
      return change(key, call, options)
    },

    /** Ends a transaction: `deleted` if nobody was paying it yet, else `revoked`, money released. */
    async revokeTransaction(key: string, options?: CallOptions): Promise<WalletTransaction> {
      const path = `/rest/v1/transaction/${keySegment(key)}`
      return change(key, { method: 'DELETE', pathTemplate: '/transaction/:key', path }, options)
    },

    /** A new transaction, under a key of its own, with the contents of one that has failed. */
    async renewTransaction(key: string, options?: CallOptions): Promise<WalletTransaction> {
      return perform(
        {
          method: 'POST',
          pathTemplate: '/transaction/renew/:key',
          path: `/rest/v1/transaction/renew/${keySegment(key)}`,
          read: transaction,
        },
        options,
      )
    },
  }
}

function about(key: string, transaction: WalletTransaction): WalletTransaction {
  if (transaction.key !== key) throw new Error('The answer is about another transaction.')
  return transaction
}

function priceMap(prices: readonly PaymentPrice[]): Record<string, object> {
  return Object.fromEntries(
    prices.map(({ paymentId, priceMinor: price, currency }) => {
      assertPayable(price, currency)
      return [idSegment(paymentId), { price, currency }]
    }),
  )
}

function wholeSeconds(
  timeMs: number | undefined,
  round: (seconds: number) => number,
): string | undefined {
  return timeMs === undefined ? undefined : String(round(timeMs / 1000))
}
