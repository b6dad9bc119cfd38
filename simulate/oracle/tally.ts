import type { Asked, BookEvidence, Evidence, WalletEvidence } from './evidence.ts'
import { isLive, referenceOf } from './wallet-side.ts'

/** How submissions ended, counted the same way for whoever sent them. */
export interface Tally {
  submitted: number
  /** Told to be before the guest, and the wallet never heard of it. */
  lost: number
  payableTwice: number
  toldFailedButThere: number
}

export const noTally: Tally = { submitted: 0, lost: 0, payableTwice: 0, toldFailedButThere: 0 }

export function add(one: Tally, other: Tally): Tally {
  return {
    submitted: one.submitted + other.submitted,
    lost: one.lost + other.lost,
    payableTwice: one.payableTwice + other.payableTwice,
    toldFailedButThere: one.toldFailedButThere + other.toldFailedButThere,
  }
}

/**
 * For Spotboard, whose references name the order in the book. What was asked anew does not tell how it was sent first,
 * and what was cancelled or taken in cash while it was being sent need not be there.
 */
export function tallyOfBook({ wallet, book, asked }: Evidence): Tally {
  const isAskedAnew = (intentId: string | null) =>
    book.intents.some(
      ({ act, order_id: id }) => act === 'offer' && id === orderOf(book, intentId ?? ''),
    )
  const isReplaced = (intentId: string | null) =>
    book.intents.some(({ id, state }) => id === intentId && state === 'replaced')
  const sentOnce = asked.filter(({ intentId }) => !isAskedAnew(intentId) && !isReplaced(intentId))
  return tally(wallet, sentOnce, (reference, intentId) =>
    reference.startsWith(`${orderOf(book, intentId)}:`),
  )
}

/** For a client whose references are its intents. */
export function tallyOfIntents(wallet: WalletEvidence, asked: readonly Asked[]): Tally {
  return tally(wallet, asked, (reference, intentId) => reference === intentId)
}

function tally(
  wallet: WalletEvidence,
  asked: readonly Asked[],
  isFor: (reference: string, intentId: string) => boolean,
): Tally {
  return asked
    .filter(({ act }) => act === 'submit')
    .map(({ told, intentId, spotId }) => {
      const made = wallet.transactions.filter((transaction) =>
        isFor(referenceOf(transaction) ?? '', intentId ?? ''),
      )
      const last = told.findLast(({ what }) => what !== 'nothing')?.what
      const where = spotId > 0 ? 'on a spot' : 'at the counter'
      const live = made.filter((transaction) => isLive(wallet, transaction, where)).length
      return tallyOne(made.length, live, last)
    })
    .reduce(add, noTally)
}

function tallyOne(made: number, live: number, told: string | undefined): Tally {
  return {
    submitted: 1,
    lost: told === 'done' && made === 0 ? 1 : 0,
    payableTwice: live > 1 ? 1 : 0,
    toldFailedButThere: told === 'failed' && live > 0 ? 1 : 0,
  }
}

function orderOf({ intents }: BookEvidence, intentId: string): string | null {
  return intents.find(({ id }) => id === intentId)?.order_id ?? null
}
