import * as z from 'zod/mini'
import { problemCodes } from './problem.ts'

/** An `application/problem+json` answer (RFC 9457) as the browser reads it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  walletCode: z.optional(z.string()),
  correlationId: z.optional(z.string()),
})
