import 'server-only'
import { problemCodes, type ProblemCode } from '#contract/problem.ts'

export interface ProblemError extends Error {
  readonly code: ProblemCode
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  /**
   * What the answer carries besides the standard members, for example the present order of a conflict.
   * A conflict with `isOutdated: true` says that the version in If-Match is no longer the present one.
   */
  readonly members?: Readonly<Record<string, unknown>>
  readonly retryAfterS?: number
}

export interface FieldError {
  path: string
  message: string
}

export interface ProblemOptions {
  /** A sentence for the person at the screen. It leaves the server, so it names nothing secret. */
  detail?: string
  errors?: readonly FieldError[]
  members?: Readonly<Record<string, unknown>>
  /** What really happened; it goes into the log and never into the answer. */
  cause?: unknown
  retryAfterS?: number
}

/** An error that the caller is told about in a stable word. To be thrown: `throw problem('not_found')`. */
export function problem(code: ProblemCode, options: ProblemOptions = {}): ProblemError {
  const { cause, ...rest } = options
  const error = new Error(rest.detail ?? code, cause === undefined ? {} : { cause })
  error.name = 'ProblemError'
  return Object.assign(error, rest, { code })
}

const codes: ReadonlySet<unknown> = new Set(problemCodes)

/**
 * By name and code: a server holds several copies of this module, and `instanceof` fails between them. The code alone
 * does not do, since other rooms' errors use the same words (`invalid`, `conflict`) for things of their own.
 */
export function isProblem(error: unknown): error is ProblemError {
  return (
    error instanceof Error &&
    error.name === 'ProblemError' &&
    'code' in error &&
    codes.has(error.code)
  )
}
