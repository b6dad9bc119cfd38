import type { OrderDraft } from '#contract/order.ts'
import { MAX_LINES, MAX_QUANTITY } from '#contract/order.ts'
import { orderTotalMinor, shareMinor } from '#contract/money.ts'

export interface DraftLine {
  title: string
  /** 0 keeps the row where it is, so that no other row moves under the finger; it is not sent. */
  quantity: number
  unitPriceMinor: number
}

/** What staff are writing, before the guest is asked. */
export interface Draft {
  lines: DraftLine[]
  note: string
  discountMinor: number
  /** A discount given per cent, in hundredths of one: its amount follows the lines. Null where it is an amount. */
  discountShare: number | null
  /** Why the guest is asked for less than before; only an edit can need one. */
  reason: string
}

export const emptyDraft: Draft = {
  lines: [],
  note: '',
  discountMinor: 0,
  discountShare: null,
  reason: '',
}

export type DraftChange =
  /** Rows before `from` stay as they are, also where they are alike: they were asked for before. */
  | ({ type: 'add'; quantity?: number; from?: number } & Omit<DraftLine, 'quantity'>)
  | { type: 'quantity'; index: number; quantity: number }
  | { type: 'write'; fields: Partial<Omit<Draft, 'lines'>> }

/** The draft after one change. Rows keep their place: a line is added at the end or counted up where it stands. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  return withShare(changed(draft, change))
}

/** A discount that was given per cent, as the amount that it is of the present lines. */
export function withShare(draft: Draft): Draft {
  if (draft.discountShare === null) return draft
  const discountMinor = shareMinor(orderTotalMinor(askedLines(draft)), draft.discountShare)
  return { ...draft, discountMinor }
}

function changed(draft: Draft, change: DraftChange): Draft {
  if (change.type === 'write') return { ...draft, ...change.fields }
  if (change.type === 'add') {
    const { title, unitPriceMinor, quantity = 1, from = 0 } = change
    return { ...draft, lines: addLine(draft.lines, { title, quantity, unitPriceMinor }, from) }
  }
  return { ...draft, lines: setQuantity(draft.lines, change.index, change.quantity) }
}

function addLine(lines: DraftLine[], added: DraftLine, from: number): DraftLine[] {
  const index = lines.findIndex(
    (line, at) =>
      at >= from && isAlike(line, added) && line.quantity + added.quantity <= MAX_QUANTITY,
  )
  const known = lines[index]
  if (known) return setQuantity(lines, index, known.quantity + added.quantity)
  return lines.length >= MAX_LINES ? lines : [...lines, added]
}

function isAlike(one: DraftLine, other: DraftLine): boolean {
  return one.title === other.title && one.unitPriceMinor === other.unitPriceMinor
}

function setQuantity(lines: DraftLine[], index: number, quantity: number): DraftLine[] {
  const bounded = Math.min(MAX_QUANTITY, Math.max(0, quantity))
  return lines.map((line, at) => (at === index ? { ...line, quantity: bounded } : line))
}

/** The lines that the guest is asked for; rows that are alike are one line, however many rounds they came in. */
export function askedLines(draft: Draft): DraftLine[] {
  return draft.lines
    .filter((line) => line.quantity > 0)
    .reduce((asked: DraftLine[], line) => addLine(asked, line, 0), [])
}

export function draftTotalMinor(draft: Draft): number {
  return orderTotalMinor(askedLines(draft), draft.discountMinor)
}

export function isEmptyDraft(draft: Draft): boolean {
  return askedLines(draft).length === 0 && draft.note === '' && draft.discountMinor === 0
}

/** How many of a menu item the draft asks for. */
export function quantityOf(draft: Draft, title: string, unitPriceMinor: number): number {
  return draft.lines
    .filter((line) => line.title === title && line.unitPriceMinor === unitPriceMinor)
    .reduce((sum, line) => sum + line.quantity, 0)
}

/** The body that asks for the draft; members that say nothing are left out. */
export function bodyOf(draft: Draft, currency: string): OrderDraft {
  const note = draft.note.trim()
  return {
    lines: askedLines(draft),
    currency,
    ...(note === '' ? {} : { note }),
    ...(draft.discountMinor === 0 ? {} : { discountMinor: draft.discountMinor }),
  }
}
