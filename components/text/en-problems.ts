import type { ProblemCode } from '#contract/problem.ts'

const problems: Record<ProblemCode | 'no_answer' | 'unreadable', string> = {
  invalid: 'Something in what was entered is not right.',
  unauthenticated: 'You are signed out. Sign in again.',
  forbidden: 'You may not do this. Ask a manager.',
  not_found: 'This is no longer there.',
  conflict: 'Somebody else changed this meanwhile.',
  idempotency_key_reused: 'This was already sent with other contents.',
  too_many_requests: 'Too many tries in a short time. Wait a minute.',
  precondition_required: 'This screen is out of date. Load it again.',
  reason_required: 'Give a reason, please.',
  manager_required: 'This needs a manager.',
  method_not_allowed: 'Spotboard does not understand this request.',
  unsupported_media_type: 'Spotboard does not understand this request.',
  payload_too_large: 'This is too much for one request.',
  wallet_refused: 'Paysera refused this.',
  wallet_unreachable: 'Paysera does not answer. Nothing was changed there.',
  outcome_unknown: 'It is not known yet whether this went through. Spotboard is finding out.',
  internal: 'Something went wrong in Spotboard.',
  no_answer: 'No answer from Spotboard. It is not known whether this went through.',
  unreadable: 'Spotboard answered something that this page does not understand. Load it again.',
}

/** What a failed call means, where the act itself has nothing closer to say. */
export const enProblems = { problems, offline: 'This device has no network. Nothing was sent.' }
