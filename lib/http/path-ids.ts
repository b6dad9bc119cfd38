import 'server-only'
import * as z from 'zod/mini'
import { isDate } from '#contract/business-day.ts'

/** An id of the wallet's: a positive integer in its one spelling, so that one thing has one address. */
export const walletId = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,15}$/)),
  z.pipe(z.transform(Number), z.int()),
)

/** An id that Spotboard has made. */
export const ownId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

/** A spot of the wallet's, or a place at the counter, which counts downwards. */
const placeId = z.pipe(
  z.string().check(z.regex(/^-?[1-9]\d{0,14}$/)),
  z.pipe(z.transform(Number), z.int()),
)

export const spotParams = z.object({ spotId: walletId })
export const placeParams = z.object({ spotId: placeId })
export const tableParams = z.object({ tableId: ownId })
export const dateParams = z.object({ date: z.string().check(z.refine(isDate)) })
export const orderParams = z.object({ orderId: ownId })
export const differenceParams = z.object({ differenceId: ownId })
