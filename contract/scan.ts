import * as z from 'zod/mini'
import { parseTableCode, type CodedSpot } from './table-code.ts'

/** No QR code holds more characters than this. */
export const LONGEST_CODE = 4296

export const Scan = z.strictObject({
  /** What the code says, to the letter. It is hostile text (law 7), and anything may stand in it. */
  code: z.string().check(z.minLength(1), z.maxLength(LONGEST_CODE)),
})
export type Scan = z.infer<typeof Scan>

/**
 * Where a code leads. `table` is a place on the floor, `unscanned` one where nobody has checked in yet, `stranger` a code
 * of ours that is in no register, `order` what a guest is asked to pay. `foreign` is made for Paysera, but not for this
 * house, and `other` is anything else.
 */
export const scannedKinds = ['table', 'unscanned', 'stranger', 'order', 'foreign', 'other'] as const

export const Scanned = z.strictObject({
  kind: z.enum(scannedKinds),
  /** What people call it, or what the code says; hostile text made visible. */
  name: z.string(),
  /** A spot of the wallet's, or a place at the counter. */
  spotId: z.optional(z.int()),
  tableId: z.optional(z.string()),
  /** The name of the table that a stranger's code was printed for once. */
  wasOf: z.optional(z.string()),
})
export type Scanned = z.infer<typeof Scanned>

const PAY_CODE = /^(?:PAYSERA%|https:\/\/paysera\.com\/app\?qr=PAYSERA%25)([A-Za-z0-9_-]{1,64})$/

export type ReadCode =
  | ({ kind: 'spot' } & CodedSpot)
  | { kind: 'order'; transactionKey: string }
  | { kind: 'other' }

/** What a scanned text is by its form alone, bare or wrapped as an address (wallet-api, QR codes). */
export function readCode(text: string): ReadCode {
  const coded = parseTableCode(text)
  if (coded) return { kind: 'spot', ...coded }
  const [, transactionKey] = PAY_CODE.exec(text) ?? []
  return transactionKey === undefined ? { kind: 'other' } : { kind: 'order', transactionKey }
}
