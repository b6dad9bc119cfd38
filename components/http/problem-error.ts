import type { Problem, ProblemCode } from '#contract/problem.ts'

/** `no_answer`: the network or Spotboard kept silent, so a change may or may not have happened. */
export type SendCode = ProblemCode | 'no_answer' | 'unreadable'

/** A call to the BFF that did not succeed; known by its `code`. */
export class ProblemError extends Error {
  readonly code: SendCode
  /** What Spotboard said about it, where it said anything. */
  readonly problem: Problem | null
  /** The whole answer, for members that belong to one call only (the present order of a 412, what closing ends). */
  readonly body: unknown
  /** The device itself has no network: the call never left it. */
  readonly isOffline: boolean

  constructor(
    code: SendCode,
    rest: { problem?: Problem; body?: unknown; isOffline?: boolean; cause?: unknown } = {},
  ) {
    super(rest.problem?.title ?? code, { cause: rest.cause })
    this.name = 'ProblemError'
    this.code = code
    this.problem = rest.problem ?? null
    this.body = rest.body
    this.isOffline = rest.isOffline ?? false
  }
}

/** The same error by what it is known by; whatever else was thrown counts as a fault of ours. */
export function knownProblem(error: unknown): ProblemError {
  return isProblemError(error) ? error : new ProblemError('internal', { cause: error })
}

function isProblemError(error: unknown): error is ProblemError {
  return error instanceof Error && error.name === 'ProblemError'
}
