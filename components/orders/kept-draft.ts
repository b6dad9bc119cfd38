import * as z from 'zod/mini'
import { intentId } from '#components/http/intent-id.ts'
import { orderTotalMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { combineLines } from './combine.ts'
import type { Draft } from './draft.ts'
import { draftTotalMinor, emptyDraft, isEmptyDraft, withShare } from './draft.ts'
import type { EditWay } from './edit-way.ts'
import type { Aftermath } from './intent.ts'

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
  draft: z.strictObject({
    lines,
    note: z.string(),
    discountMinor: z.int(),
    // A draft from before discounts could be given per cent has none.
    discountShare: z.prefault(z.nullable(z.int()), null),
    reason: z.string(),
  }),
})
export type KeptDraft = z.infer<typeof KeptDraft>
/** An order or a tab, as an edit of it sees it. */
export type Versioned = Pick<Order, 'version' | 'lines' | 'discountMinor'> & {
  note?: string | undefined
}
export type Base = NonNullable<KeptDraft['base']>

/** A draft has one place on the device: a spot's next order, or one way of editing one order. */
export function draftSlot(spotId: number, orderId?: string, way: EditWay = 'change'): string {
  const slot = `spotboard.draft.${spotId}.${orderId ?? 'new'}`
  // Adding to an order is a change of it, and goes on as one where more than an addition was written.
  return way === 'change' || way === 'add' ? slot : `${slot}.${way}`
}

export function tabSlot(tableId: string): string {
  return `spotboard.draft.tab.${tableId}`
}

/** The place of what is written for a guest at the counter who has not been asked for anything yet. */
export function counterSlot(guestName: string): string {
  return `spotboard.draft.counter.${guestName}`
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

export function draftOfOrder(order: Versioned, now: number): KeptDraft {
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
      discountShare: null,
      reason: '',
    },
  }
}

function baseOf(order: Versioned): Base {
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

/** Whether an edit lowers what the guest was already asked to pay, which needs a reason (law 10). */
export function lowers(draft: Draft, base: Base): boolean {
  return draftTotalMinor(draft) < orderTotalMinor(base.lines, base.discountMinor)
}

function listed(lines: Draft['lines']): string {
  return JSON.stringify(
    lines
      .filter((line) => line.quantity > 0)
      .map((line) => [line.title, line.quantity, line.unitPriceMinor]),
  )
}

/**
 * The draft after an attempt that brought no order back. It was marked unanswered before it went out, since the page
 * may be gone before the answer comes; a refusal takes the mark off and makes the next attempt a new intent.
 */
export function afterAttempt(kept: KeptDraft, aftermath: Aftermath): KeptDraft {
  if (aftermath === 'unanswered') return { ...kept, unanswered: true }
  if (aftermath === 'refused') return { ...kept, unanswered: false, intentId: intentId() }
  return kept
}

/**
 * The draft moved onto the order as somebody else has left it: `mine` keeps what this person wrote, `theirs` what the
 * other did, `both` puts this person's changes on top of the other's.
 */
export function moveOnto(
  order: Versioned,
  { kept, base, keep }: { kept: KeptDraft; base: Base; keep: 'mine' | 'theirs' | 'both' },
): KeptDraft {
  if (keep === 'theirs') return draftOfOrder(order, kept.keptAt)
  const present = baseOf(order)
  if (keep === 'mine') return { ...kept, base: present }
  const { draft } = kept
  return {
    ...kept,
    base: present,
    draft: withShare({
      lines: combineLines(base.lines, draft.lines, present.lines),
      note: draft.note === base.note ? present.note : draft.note,
      discountMinor:
        draft.discountMinor === base.discountMinor ? present.discountMinor : draft.discountMinor,
      discountShare: draft.discountShare,
      reason: draft.reason,
    }),
  }
}

export function parseKeptDraft(stored: string | null): KeptDraft | null {
  if (stored === null) return null
  try {
    const parsed = KeptDraft.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
