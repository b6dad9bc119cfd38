import type { ProblemError, SendCode } from '#components/http/problem-error.ts'

/** What an attempt that brought no order back has left behind. */
export type Aftermath =
  /** Nobody knows whether the guest was asked: the same body may only go out again under the same id. */
  | 'unanswered'
  /** The attempt was not looked at; what was known before still holds. */
  | 'not_tried'
  /** It did not happen, and the next attempt is a new intent. */
  | 'refused'

const aftermaths: Partial<Record<SendCode, Aftermath>> = {
  no_answer: 'unanswered',
  unreadable: 'unanswered',
  outcome_unknown: 'unanswered',
  internal: 'unanswered',
  unauthenticated: 'not_tried',
  forbidden: 'not_tried',
  too_many_requests: 'not_tried',
}

export function aftermathOf({
  code,
  isOffline,
}: Pick<ProblemError, 'code' | 'isOffline'>): Aftermath {
  if (isOffline) return 'not_tried'
  return aftermaths[code] ?? 'refused'
}
