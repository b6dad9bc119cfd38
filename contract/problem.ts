import type * as z from 'zod/mini'
import type * as schema from './problem-schema.ts'

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
  'manager_required',
  'method_not_allowed',
  'unsupported_media_type',
  'payload_too_large',
  'wallet_refused',
  'wallet_unreachable',
  'outcome_unknown',
  'internal',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export type Problem = z.infer<typeof schema.Problem>
