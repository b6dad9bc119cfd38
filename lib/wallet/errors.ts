import 'server-only'

/**
 * - `no_answer`: nothing came back that says what became of the call (no connection, the deadline,
 *   a server or gateway error).
 * - `refused`: the wallet itself said no, and says why in `walletCode`.
 * - `unreadable`: something came back that is not the wallet's answer to this call.
 * - `too_many_requests`: the wallet's limit is reached.
 */
export type WalletErrorCode = 'no_answer' | 'refused' | 'unreadable' | 'too_many_requests'

/** Whether the wallet may have done what the call asked for, now or later. */
export type Applied = 'no' | 'unknown'

export interface WalletFailure {
  code: WalletErrorCode
  applied: Applied
  /** HTTP status, when an answer began. */
  status?: number | undefined
  /** The wallet's own `error` word, such as `invalid_state`. */
  walletCode?: string | undefined
  correlationId?: string | undefined
  /** How long the wallet asks us to wait. */
  retryAfterMs?: number | undefined
  cause?: unknown
}

/**
 * A call that did not end in a readable success. The message is for the log: it holds no secret and
 * none of the wallet's text but its error word.
 */
export class WalletError extends Error {
  override readonly name = 'WalletError'
  readonly code: WalletErrorCode
  readonly applied: Applied
  readonly status: number | undefined
  readonly walletCode: string | undefined
  readonly correlationId: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(message: string, failure: WalletFailure) {
    super(message, failure.cause === undefined ? undefined : { cause: failure.cause })
    this.code = failure.code
    this.applied = failure.applied
    this.status = failure.status
    this.walletCode = failure.walletCode
    this.correlationId = failure.correlationId
    this.retryAfterMs = failure.retryAfterMs
  }
}

const codes: ReadonlySet<unknown> = new Set<WalletErrorCode>([
  'no_answer',
  'refused',
  'unreadable',
  'too_many_requests',
])

/** By name and code: several copies of this module live in one process, so instanceof would lie. */
export function isWalletError(error: unknown): error is WalletError {
  return (
    error instanceof Error &&
    error.name === 'WalletError' &&
    'code' in error &&
    codes.has(error.code)
  )
}

/**
 * Reads what a refused write has left behind. Where that fails too, it stays unknown whether an earlier delivery of the
 * write was done: the reading's own error would say that nothing was changed.
 */
export async function readAfterRefusal<Result>(
  refusal: WalletError,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    if (refusal.applied === 'no') throw cause
    const message = `${refusal.message}, then not read`
    throw new WalletError(message, { code: 'no_answer', applied: 'unknown', cause })
  }
}
