'use client'

import { useRef, useState } from 'react'
import { address } from '#contract/address.ts'
import type { MoneyBack } from '#contract/money-back.ts'
import { Order } from '#contract/order.ts'
import { intentId } from '#components/http/intent-id.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { aftermathOf } from '#components/orders/intent.ts'

/**
 * Writes down that money was given back. One giving back keeps its id until it is known what became of it, so that
 * trying again never writes it down twice. `onNews` reads again whatever shows the order.
 */
export function useMoneyBack(orderId: string, onNews: () => Promise<unknown>) {
  const id = useRef<string | null>(null)
  const [isGiving, setIsGiving] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  /** Answers whether it is written down. */
  async function give(given: MoneyBack): Promise<boolean> {
    setIsGiving(true)
    setError(null)
    id.current ??= intentId()
    const failure = await attempt(orderId, given, id.current)
    if (failure === null || aftermathOf(failure) === 'refused') id.current = null
    await onNews()
    setError(failure)
    setIsGiving(false)
    return failure === null
  }

  return { isGiving, error, give, forgetError: () => setError(null) }
}

async function attempt(
  orderId: string,
  body: MoneyBack,
  idempotencyKey: string,
): Promise<ProblemError | null> {
  try {
    await send(address.giveMoneyBack(orderId), Order, { method: 'POST', body, idempotencyKey })
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
