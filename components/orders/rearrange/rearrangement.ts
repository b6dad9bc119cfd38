import * as z from 'zod/mini'
import { Join, Move, Split } from '#contract/order.ts'
import type { Aftermath } from '../intent.ts'

const intent = {
  /** The same for every attempt at one intent, so that it is done once (law 2). */
  intentId: z.string(),
  /** Of the order, as the person saw it. */
  version: z.int(),
}

const Rearrangement = z.discriminatedUnion('act', [
  z.strictObject({ ...intent, act: z.literal('split'), body: Split }),
  z.strictObject({ ...intent, act: z.literal('join'), body: Join }),
  z.strictObject({ ...intent, act: z.literal('move'), body: Move }),
])

/** Splitting an unpaid order, joining another one to it or moving it, as one intent of one person. */
export type Rearrangement = z.infer<typeof Rearrangement>
export type RearrangeAct = Rearrangement['act']

export type WantedRearrangement =
  | { act: 'split'; body: Split }
  | { act: 'join'; body: Join }
  | { act: 'move'; body: Move }

/**
 * What is still open after an attempt that brought no answer of success: the same intent where nobody knows whether it
 * was done, and none where it was refused. One that was not tried stays open only if it was open before.
 */
export function openAfter(
  aftermath: Aftermath,
  asked: Rearrangement,
  wasOpen: boolean,
): Rearrangement | null {
  const isOpen = aftermath === 'unanswered' || (aftermath === 'not_tried' && wasOpen)
  return isOpen ? asked : null
}

export function parseRearrangement(stored: string | null): Rearrangement | null {
  if (stored === null) return null
  try {
    const parsed = Rearrangement.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
