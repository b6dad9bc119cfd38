import * as z from 'zod/mini'
import { Table } from '#contract/table.ts'

/** What a 409 says about identifiers that are other tables', or were. */
export const Taken = z.object({ taken: z.array(Table), isFormer: z.boolean() })
export type Taken = z.infer<typeof Taken>
