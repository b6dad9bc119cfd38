'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import type { Call } from '#components/http/send.ts'
import { keepOrder } from '#components/spots/keep-order.ts'
import type { Tap } from './work-state.ts'

/** A 409 or 412 about an order brings the order as it is now. */
const OrderConflict = z.object({ order: Order })

export interface FailedAct {
  act: Tap
  error: ProblemError
  /** The order as the person saw it when they tapped. */
  before: Order
}

/**
 * Acts on one order, one at a time. Nothing on screen changes before the server has said what came of it; then the
 * spot, or the list of payments, is read again in any case, so that what is shown is what is known.
 */
export function useOrderAct(order: Order) {
  const { mutate } = useSWRConfig()
  const [running, setRunning] = useState<Tap | null>(null)
  const [failed, setFailed] = useState<FailedAct | null>(null)

  /** Answers the error of an attempt that brought no order back. */
  async function perform(act: Tap, to: string, call: Call): Promise<ProblemError | null> {
    setRunning(act)
    setFailed(null)
    const result = await attempt(to, call)
    const present = result instanceof ProblemError ? presentOrder(result) : result
    if (result instanceof ProblemError) setFailed({ act, error: result, before: order })
    setRunning(null)
    await mutate(address.spot(order.spotId), (spot: SpotDetail | undefined) =>
      spot && present ? keepOrder(spot, present) : spot,
    )
    await mutate(address.payments)
    return result instanceof ProblemError ? result : null
  }

  return { running, failed, perform }
}

export type OrderActing = ReturnType<typeof useOrderAct>

async function attempt(to: string, call: Call): Promise<Order | ProblemError> {
  try {
    return await send(to, Order, call)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

/** The order as it is now, where a refusal brought it. */
export function presentOrder(error: ProblemError): Order | undefined {
  const conflict = OrderConflict.safeParse(error.body)
  return conflict.success ? conflict.data.order : undefined
}
