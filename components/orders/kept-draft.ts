import * as z from 'zod/mini'
import { intentId } from '#components/http/intent-id.ts'
import type { Order } from '#contract/order.ts'
import type { Draft } from './draft.ts'
import { emptyDraft, isEmptyDraft } from './draft.ts'

const lines = z.array(
  z.strictObject({ title: z.string(), quantity: z.int(), unitPriceMinor: z.int() }),
)

const KeptDraft = z.strictObject({
  /** The same for every attempt at one intent, so that the guest is asked once (law 2). */
  intentId: z.string(),
  /** It went out and no answer came; until one does, it may not be changed. */
  unanswered: z.boolean(),
  keptAt: z.int(),
  /** What an edit was made on. */
  base: z.nullable(
    z.strictObject({ version: z.int(), lines, discountMinor: z.int(), note: z.string() }),
  ),
  draft: z.strictObject({ lines, note: z.string(), discountMinor: z.int(), reason: z.string() }),
})
export type KeptDraft = z.infer<typeof KeptDraft>
export type Base = NonNullable<KeptDraft['base']>

/** A draft has one place on the device: a spot's next order, or the edit of one order. */
export function draftSlot(spotId: number, orderId?: string): string {
  return `spotboard.draft.${spotId}.${orderId ?? 'new'}`
}

export function newDraft(now: number): KeptDraft {
  return {
    intentId: intentId(),
    unanswered: false,
    keptAt: now,
    base: null,
    draft: emptyDraft,
  }
}

export function draftOfOrder(order: Order, now: number): KeptDraft {
  const base = baseOf(order)
  return {
    intentId: intentId(),
    unanswered: false,
    keptAt: now,
    base,
    draft: {
      lines: base.lines,
      note: base.note,
      discountMinor: base.discountMinor,
      reason: '',
    },
  }
}

export function baseOf(order: Order): Base {
  return {
    version: order.version,
    lines: order.lines,
    discountMinor: order.discountMinor,
    note: order.note ?? '',
  }
}

/** Whether there is anything in it that a person would miss. */
export function isWorthKeeping(kept: KeptDraft): boolean {
  return kept.unanswered || (kept.base ? differs(kept.draft, kept.base) : !isEmptyDraft(kept.draft))
}

/** Whether the draft asks for anything else than the order that it was made on. */
export function differs(draft: Draft, base: Base): boolean {
  return (
    draft.note.trim() !== base.note ||
    draft.discountMinor !== base.discountMinor ||
    listed(draft.lines) !== listed(base.lines)
  )
}

function listed(lines: Draft['lines']): string {
  return JSON.stringify(
    lines
      .filter((line) => line.quantity > 0)
      .map((line) => [line.title, line.quantity, line.unitPriceMinor]),
  )
}

export function parseKeptDraft(stored: string): KeptDraft | null {
  try {
    const parsed = KeptDraft.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
