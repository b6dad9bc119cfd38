import * as z from 'zod/mini'
import { MAX_AMOUNT_MINOR } from './money.ts'
import { typedText } from './typed-text.ts'

const fields = {
  title: typedText(80),
  category: typedText(40),
  unitPriceMinor: z.int().check(z.gte(0), z.lte(MAX_AMOUNT_MINOR)),
  /** Off until the business day ends. */
  offToday: z.boolean(),
  /** The rate of its value added tax, in hundredths of a per cent; none where the house does not say. */
  vatRate: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
}

export const MenuItem = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  ...fields,
})
export type MenuItem = z.infer<typeof MenuItem>

/** The whole menu; categories and items stand on screen in the order of the list. */
export const Menu = z.strictObject({
  version: z.int(),
  currency: z.string(),
  items: z.array(MenuItem),
})
export type Menu = z.infer<typeof Menu>

/** A manager saves the whole menu over the version that was read (`If-Match`); an item without id is new. */
export const MenuEdit = z.strictObject({
  items: z
    .array(z.strictObject({ id: z.optional(MenuItem.shape.id), ...fields }))
    .check(z.maxLength(500)),
})
export type MenuEdit = z.infer<typeof MenuEdit>
