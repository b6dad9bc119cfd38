'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import type { settlements } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { Tab } from '#contract/tab.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import type { Call } from '#components/http/send.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { dropIntent, keptIntent } from '#components/orders/kept-intent.ts'
import { presentOrder } from '#components/orders/use-order-act.ts'
import { keepOrder } from '#components/spots/keep-order.ts'

export type TabAct = 'send' | 'settle' | 'clear'

const TabConflict = z.object({ tab: Tab })

/**
 * Acts on a tab, one at a time. The intent of sending and settling is named by the version that the person saw, so that
 * a tap after a lost answer asks for the same once more (law 2).
 */
export function useTabAct(tab: Tab) {
  const { mutate } = useSWRConfig()
  const [running, setRunning] = useState<TabAct | null>(null)
  const [failed, setFailed] = useState<ProblemError | null>(null)
  const { tableId, version, currency } = tab

  async function perform<T>(act: TabAct, work: () => Promise<T>): Promise<T | ProblemError> {
    setRunning(act)
    setFailed(null)
    const result = await attempt(work)
    if (result instanceof ProblemError) setFailed(result)
    const present = result instanceof ProblemError ? presentTab(result) : undefined
    await mutate(address.tab(tableId), (known: Tab | undefined) => present ?? known)
    setRunning(null)
    return result
  }

  async function become(act: 'send' | 'settle', to: string, call: Call): Promise<void> {
    const slot = `spotboard.tab.${act}.${tableId}.${version}`
    const result = await perform(act, () =>
      send(to, Order, { ...call, method: 'POST', version, idempotencyKey: keptIntent(slot) }),
    )
    const order = result instanceof ProblemError ? presentOrder(result) : result
    if (!(result instanceof ProblemError) || aftermathOf(result) === 'refused') dropIntent(slot)
    if (!order) return
    await mutate(address.spot(order.spotId), (spot: SpotDetail | undefined) =>
      spot ? keepOrder(spot, order) : spot,
    )
  }

  return {
    running,
    failed,
    send: () => become('send', address.sendTab(tableId), {}),
    settle: (how: (typeof settlements)[number]) =>
      become('settle', address.settleTab(tableId), { body: { with: how } }),
    clear: async () => {
      await perform('clear', () =>
        send(address.tab(tableId), Tab, {
          method: 'PUT',
          version,
          body: { lines: [], currency },
        }),
      )
    },
  }
}

export type TabActing = ReturnType<typeof useTabAct>

/** The tab as it is now, where a refusal brought it. */
export function presentTab(error: ProblemError): Tab | undefined {
  const conflict = TabConflict.safeParse(error.body)
  return conflict.success ? conflict.data.tab : undefined
}

async function attempt<T>(work: () => Promise<T>): Promise<T | ProblemError> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
