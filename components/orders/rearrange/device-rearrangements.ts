import { parseRearrangement } from './rearrangement.ts'
import type { Rearrangement } from './rearrangement.ts'

/*
 * One for each order, from before it goes out until an answer came. In a browser that forbids storage it lives as long
 * as its page.
 */

function slotOf(orderId: string): string {
  return `spotboard.rearrange.${orderId}`
}

export function readRearrangement(orderId: string): Rearrangement | null {
  try {
    return parseRearrangement(localStorage.getItem(slotOf(orderId)))
  } catch {
    return null
  }
}

export function storeRearrangement(orderId: string, asked: Rearrangement | null): void {
  try {
    if (asked) localStorage.setItem(slotOf(orderId), JSON.stringify(asked))
    else localStorage.removeItem(slotOf(orderId))
  } catch {
    // It lives in the page alone.
  }
}
