import type { Act, Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { isTakenMeanwhile } from './order-state.ts'

/** What a person has tapped on an order's card: an act, or a word about one that waits. */
export type Tap = Act | 'keep' | 'send'

export interface WorkNews {
  words: string
  /** It will not be over in a moment, so it stands out. */
  isLasting: boolean
}

/**
 * What Spotboard is doing with the order, or cannot say yet. Null where there is nothing to say, or where buttons with
 * words of their own stand under it. `isLong` adds that a work which should be over in a moment is not.
 */
export function workNews(order: Order, tapped: Tap | null, isLong: boolean): WorkNews | null {
  if (tapped) return { words: tapWords(tapped, order), isLasting: false }
  const { work, settledWith } = order
  if (!work) return null
  if (isTakenMeanwhile(order) && settledWith) {
    return { words: text.taken.meanwhile(settledWith), isLasting: true }
  }
  switch (work.outcome) {
    case 'scheduled':
    case 'asking':
      return null
    case 'unknown':
      return { words: unknownWords(work.act, order), isLasting: true }
    case 'waiting':
      return { words: text.sending.waiting[work.act], isLasting: true }
    default: {
      const words = tapWords(work.act, order)
      return { words: isLong ? `${words} ${text.order.takesLong}` : words, isLasting: false }
    }
  }
}

function tapWords(tap: Tap, { status }: Order): string {
  if (tap === 'keep') return text.undo.undoing
  if (tap === 'send') return text.order.running.submit
  return isCancelling(tap, status) ? text.sending.cancelling : text.order.running[tap]
}

function unknownWords(act: Act, { status }: Order): string {
  return isCancelling(act, status) ? text.sending.cancelUnknown : text.order.unknown[act]
}

function isCancelling(tap: Tap, status: Order['status']): boolean {
  return tap === 'delete' && status === 'sending'
}
