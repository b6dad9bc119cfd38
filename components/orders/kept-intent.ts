import { intentId } from '#components/http/intent-id.ts'
import type { Order } from '#contract/order.ts'

/** For a browser that forbids storage: there an intent lives as long as its page. */
const ofThisPage = new Map<string, string>()

/**
 * Where the intent to ask once more for an order is kept. The transaction that ended names the ending: once the guest
 * was asked again, the next ending has another one, and with it a new intent.
 */
export function againSlot({ id, version, transactionKey }: Order): string {
  return `spotboard.again.${id}.${version}.${transactionKey ?? 'none'}`
}

/** The id of an intent, the same until it is dropped, also across a reload (law 2). */
export function keptIntent(slot: string): string {
  const kept = ofThisPage.get(slot) ?? stored(slot)
  const id = kept ?? intentId()
  ofThisPage.set(slot, id)
  try {
    localStorage.setItem(slot, id)
  } catch {
    // It lives in the page alone.
  }
  return id
}

/** To be called when an answer came: the next attempt is an intent of its own. */
export function dropIntent(slot: string): void {
  ofThisPage.delete(slot)
  try {
    localStorage.removeItem(slot)
  } catch {
    // Nothing was stored either.
  }
}

function stored(slot: string): string | null {
  try {
    return localStorage.getItem(slot)
  } catch {
    return null
  }
}
