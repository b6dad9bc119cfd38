import 'server-only'
import type { WalletErrorCode } from './errors.ts'

export interface FailedTry {
  method: string
  /** 1 for the first. */
  attempt: number
  code: WalletErrorCode
  status?: number | undefined
  walletCode?: string | undefined
  /** Whether this call has already asked for the wallet's time. */
  clockWasRead: boolean
  /** Whether the caller no longer wants the answer. */
  isGivenUp: boolean
  timeLeftMs: number
}

export type RetryDecision =
  | { again: true; readClockFirst: boolean; reason: string }
  | { again: false; reason: string }

/** With less than this a try would only be begun to be cut off. */
export const leastUsefulMs = 50

const triesOfARead = 2

/**
 * Whether to send a failed call once more. The API has no idempotency key, so a write is repeated
 * only when it was refused before anything was looked at, which is what `invalid_timestamp` says.
 */
export function decideRetry(failed: FailedTry): RetryDecision {
  if (failed.isGivenUp) return no('the caller gave up')
  if (failed.timeLeftMs < leastUsefulMs) return no('the deadline is too near')
  if (failed.status === 401 && failed.walletCode === 'invalid_timestamp') {
    return failed.clockWasRead
      ? no('refused again although the clock was just read')
      : { again: true, readClockFirst: true, reason: 'our clock is off' }
  }
  if (failed.code === 'too_many_requests') return no('the wallet asks for fewer calls')
  if (failed.code === 'refused') return no('the wallet has decided')
  if (failed.method !== 'GET') return no('a write whose outcome is not known is never repeated')
  if (failed.attempt >= triesOfARead) return no('tried often enough')
  if (failed.status !== undefined && failed.status >= 500 && !isGateway(failed.status)) {
    return no('the wallet itself failed')
  }
  return { again: true, readClockFirst: false, reason: 'a read can be repeated' }
}

/** A gateway's word about a wallet that did not answer it: bad gateway, unavailable, timed out. */
function isGateway(status: number): boolean {
  return status >= 502 && status <= 504
}

function no(reason: string): RetryDecision {
  return { again: false, reason }
}
