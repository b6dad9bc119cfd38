import * as z from 'zod/mini'

/** What can go wrong, in stable words. Screens and scripts decide on these, never on the text. */
export const problemCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'idempotency_key_reused',
  'too_many_requests',
  'precondition_required',
  'reason_required',
  'method_not_allowed',
  'unsupported_media_type',
  'payload_too_large',
  'wallet_refused',
  'wallet_unreachable',
  'outcome_unknown',
  'internal',
] as const

export type ProblemCode = (typeof problemCodes)[number]

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

export type Problem = z.infer<typeof Problem>
