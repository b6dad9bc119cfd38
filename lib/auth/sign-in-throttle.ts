import 'server-only'
import { now } from '#lib/runtime/clock.ts'
import { Limiter } from '#lib/runtime/limiter.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem } from '#lib/runtime/problem.ts'

export interface Attempt {
  account: string
  address: string
  /** The account has signed in from this address before. */
  isAtHome: boolean
}

/**
 * Guessing is slowed down in three ways: one account from one address, one account from everywhere, and one address
 * over all accounts. All devices of a house often share one address, and whoever sits in it can use up the last one; a
 * botnet can use up the second. Neither stops an account that has signed in from the address before, so the house goes
 * on working under attack. The price is that a guesser in the house can tell which accounts are used there.
 */
const limits = {
  accountAtAddress: { burst: 5, refillMs: 30_000 },
  account: { burst: 20, refillMs: 60_000 },
  address: { burst: 30, refillMs: 10_000 },
}

/**
 * Lets an attempt through or throws `too_many_requests`. It counts before the password is checked, since attempts that
 * run side by side would all pass otherwise; the answer takes it back once the password was right.
 */
export function admitAttempt({ account, address, isAtHome }: Attempt): () => void {
  const { accountAtAddress, ...strangers } = limiters()
  const pair = JSON.stringify([account, address])
  const counted = isAtHome
    ? []
    : ([
        [strangers.account, account],
        [strangers.address, address],
      ] as const)
  const waitMs = Math.max(
    accountAtAddress.waitMs(pair, now()),
    ...counted.map(([limiter, key]) => limiter.waitMs(key, now())),
  )
  if (waitMs > 0) {
    throw problem('too_many_requests', {
      detail: 'Too many tries to sign in. Wait a moment, then try again.',
      retryAfterS: waitMs / 1000,
    })
  }
  accountAtAddress.take(pair, now())
  for (const [limiter, key] of counted) limiter.take(key, now())
  return () => {
    accountAtAddress.forget(pair)
    for (const [limiter, key] of counted) limiter.giveBack(key)
  }
}

function limiters() {
  return oncePerProcess('sign-in-limiters', () => ({
    accountAtAddress: new Limiter(limits.accountAtAddress),
    account: new Limiter(limits.account),
    address: new Limiter(limits.address),
  }))
}
