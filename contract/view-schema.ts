import * as z from 'zod/mini'
import { filters, layouts } from './view.ts'

export const View = z.strictObject({
  filter: z.enum(filters),
  layout: z.enum(layouts),
  /** The areas that this person follows; none means all of them. */
  areas: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
})
