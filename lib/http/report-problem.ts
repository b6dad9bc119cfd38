import 'server-only'
import { log } from '#lib/runtime/log.ts'
import type { ProblemError } from '#lib/runtime/problem.ts'

/** The log gets the cause, which the caller does not. What callers do wrong is not news. */
export function reportProblem(
  error: ProblemError,
  { method, path, isGone }: { method: string; path: string; isGone: boolean },
): void {
  if (isGone) {
    log().debug({ method, path, code: error.code, err: error.cause }, 'the caller went away')
  } else if (error.code === 'internal') {
    log().error({ method, path, err: error.cause ?? error }, 'a call failed')
  } else if (error.code.startsWith('wallet_') || error.code === 'outcome_unknown') {
    log().warn({ method, path, code: error.code, err: error.cause }, 'the wallet did not do it')
  } else {
    log().debug({ method, path, code: error.code, detail: error.detail }, 'a call was refused')
  }
}
