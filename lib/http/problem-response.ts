import 'server-only'
import type { ProblemCode } from '#contract/problem.ts'
import { isStorageError, type StorageError } from '#lib/database/storage-error.ts'
import { isProblem, problem, type ProblemError } from '#lib/runtime/problem.ts'
import { isWalletError, type WalletError } from '#lib/wallet/errors.ts'

/** The one place that knows which HTTP status belongs to which problem. */
const kinds: Record<ProblemCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Nobody is signed in' },
  forbidden: { status: 403, title: 'This is not allowed' },
  reason_required: { status: 403, title: 'A reason is required' },
  manager_required: { status: 403, title: 'This needs a manager' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This address does not know the method' },
  conflict: { status: 409, title: 'This does not fit the present state' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of a type that is not taken here' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key stands for another request' },
  precondition_required: { status: 428, title: 'If-Match is required' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Spotboard made a mistake' },
  wallet_refused: { status: 502, title: 'Paysera refused the call' },
  wallet_unreachable: { status: 503, title: 'Paysera did not answer' },
  outcome_unknown: { status: 504, title: 'It is not known yet whether this happened' },
}

const OUTDATED_STATUS = 412

/** The wallet counts calls by the minute. */
const USUAL_PAUSE_MS = 60_000

/** Whatever was thrown, in the words of the contract; what nobody foresaw is `internal` and keeps its cause. */
export function toProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error
  if (isWalletError(error)) return walletProblem(error)
  if (isStorageError(error)) return storageProblem(error)
  return problem('internal', { cause: error })
}

/** `application/problem+json` (RFC 9457). It holds what `problem()` was told for the caller, and never the cause. */
export function problemResponse(error: ProblemError, headers: HeadersInit = {}): Response {
  const { status: usual, title } = kinds[error.code]
  const status = error.members?.['isOutdated'] === true ? OUTDATED_STATUS : usual
  const body = {
    ...error.members,
    type: `urn:spotboard:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  }
  const response = Response.json(body, { status, headers })
  response.headers.set('content-type', 'application/problem+json')
  if (error.retryAfterS !== undefined) {
    response.headers.set('retry-after', String(Math.ceil(error.retryAfterS)))
  }
  return response
}

function storageProblem(error: StorageError): ProblemError {
  if (error.kept === 'unknown') return problem('outcome_unknown', { cause: error })
  const detail =
    'Spotboard cannot write to its database, so nothing was done. Its disk may be full or broken.'
  return problem('internal', { detail, cause: error })
}

/** Of the wallet's own text only its error word and its correlation id go on. */
function walletProblem(error: WalletError): ProblemError {
  const members = {
    ...(error.walletCode === undefined ? {} : { walletCode: error.walletCode }),
    ...(error.correlationId === undefined ? {} : { correlationId: error.correlationId }),
  }
  if (error.code === 'refused') return problem('wallet_refused', { members, cause: error })
  const unreachable = { members, cause: error }
  if (error.code === 'unreadable') {
    const detail = 'Paysera answered something that Spotboard cannot read.'
    return problem('wallet_unreachable', { ...unreachable, detail })
  }
  if (error.code === 'too_many_requests') {
    const detail = 'Paysera asks Spotboard to slow down.'
    const retryAfterS = (error.retryAfterMs ?? USUAL_PAUSE_MS) / 1000
    return problem('wallet_unreachable', { ...unreachable, detail, retryAfterS })
  }
  return problem('wallet_unreachable', unreachable)
}
