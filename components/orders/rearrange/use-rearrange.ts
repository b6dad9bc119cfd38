'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { Order, OrderParts } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { intentId } from '#components/http/intent-id.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { keepOrder } from '#components/spots/keep-order.ts'
import { aftermathOf } from '../intent.ts'
import { presentOrder } from '../use-order-act.ts'
import { readRearrangement, storeRearrangement } from './device-rearrangements.ts'
import { openAfter } from './rearrangement.ts'
import type { RearrangeAct, Rearrangement, WantedRearrangement } from './rearrangement.ts'

export interface FailedRearrangement {
  asked: Rearrangement
  error: ProblemError
  /** The order as the person saw it when they tapped. */
  before: Order
}

/**
 * Splits, joins or moves an order: one call for one intent, which is marked on the device before it goes out, since the
 * page may be gone before the answer comes. Nothing on screen changes before the server has said what came of it.
 */
export function useRearrange(order: Order) {
  const router = useRouter()
  const { mutate } = useSWRConfig()
  const [open, setOpen] = useState(() => readRearrangement(order.id))
  const [running, setRunning] = useState<RearrangeAct | null>(null)
  const [failed, setFailed] = useState<FailedRearrangement | null>(null)
  const here = address.spot(order.spotId)

  async function carryOut(asked: Rearrangement): Promise<void> {
    setRunning(asked.act)
    setFailed(null)
    storeRearrangement(order.id, asked)
    const result = await attempt(order.id, asked)
    const isFailed = result instanceof ProblemError
    const left = isFailed ? openAfter(aftermathOf(result), asked, open !== null) : null
    storeRearrangement(order.id, left)
    setOpen(left)
    if (isFailed) {
      setFailed({ asked, error: result, before: order })
      setRunning(null)
    }
    await keepHere(isFailed ? [presentOrder(result) ?? order] : result)
    setRunning(null)
  }

  /** The orders as they were just answered, and then the spot as it is. A moved order is followed once it is gone here. */
  async function keepHere(orders: readonly Order[]): Promise<void> {
    await mutate(
      here,
      (spot: SpotDetail | undefined) =>
        spot && orders.filter(({ spotId }) => spotId === spot.id).reduce(keepOrder, spot),
      { revalidate: false },
    )
    const spot = await mutate<SpotDetail>(here)
    const moved = orders.find(({ spotId }) => spotId !== order.spotId)
    const isGone = spot?.orders.find(({ id }) => id === order.id)?.closedAs === 'moved'
    if (moved && isGone) router.push(`/spots/${moved.spotId}`)
  }

  return {
    /** It went out and no answer came; until one does, it is only asked for again. */
    open,
    running,
    failed,
    begin: (wanted: WantedRearrangement) =>
      carryOut({ ...wanted, intentId: intentId(), version: order.version }),
    findOut: () => (open ? carryOut(open) : Promise.resolve()),
  }
}

export type Rearranging = ReturnType<typeof useRearrange>

async function attempt(orderId: string, asked: Rearrangement): Promise<Order[] | ProblemError> {
  const { act, body, intentId: idempotencyKey, version } = asked
  const call = { method: 'POST', body, idempotencyKey, version } as const
  try {
    if (act === 'split') return (await send(address.splitOrder(orderId), OrderParts, call)).orders
    const to = act === 'join' ? address.joinOrder(orderId) : address.moveOrder(orderId)
    return [await send(to, Order, call)]
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
