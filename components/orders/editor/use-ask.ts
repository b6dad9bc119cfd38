'use client'

import { useEffect, useRef, useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { keepOrder } from '#components/spots/keep-order.ts'
import { askCall } from '../ask-call.ts'
import { dropDraft, storeDraft } from '../device-drafts.ts'
import type { EditWay } from '../edit-way.ts'
import { aftermathOf } from '../intent.ts'
import { afterAttempt } from '../kept-draft.ts'
import type { KeptDraft } from '../kept-draft.ts'
import { presentOrder } from '../use-order-act.ts'

/**
 * Asks the guest to pay a draft: one call for one intent, however often it is tapped or tried again. Each attempt is
 * marked on the device before it goes out, since the page may be gone before the answer comes.
 */
export function useAsk({
  slot,
  spotId,
  guestName,
  orderId,
  way,
  onAsked,
}: {
  slot: string
  spotId: number
  /** Of a new place at the counter. */
  guestName: string | undefined
  /** The order that is changed; none for a new one. */
  orderId: string | undefined
  way: EditWay
  /** Called while the page is still there, with the order as it was answered. */
  onAsked: (order: Order) => void
}) {
  const { mutate } = useSWRConfig()
  const [isAsking, setIsAsking] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  async function ask(
    kept: KeptDraft,
    currency: string,
    put: (kept: KeptDraft) => void,
  ): Promise<void> {
    setIsAsking(true)
    setError(null)
    storeDraft(slot, { ...kept, unanswered: true })
    const result = await attempt(askCall(kept, { spotId, guestName, orderId, way, currency }))
    const order = result instanceof ProblemError ? presentOrder(result) : result
    void mutate(address.spot(spotId), (spot: SpotDetail | undefined) =>
      spot && order ? keepOrder(spot, order) : spot,
    )
    if (result instanceof ProblemError) {
      const next = afterAttempt(kept, aftermathOf(result))
      storeDraft(slot, next)
      put(next)
      setError(result)
      setIsAsking(false)
    } else {
      dropDraft(slot)
      if (isHere.current) onAsked(result)
    }
  }

  return { isAsking, error, ask }
}

async function attempt({ to, call }: ReturnType<typeof askCall>): Promise<Order | ProblemError> {
  try {
    return await send(to, Order, call)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
