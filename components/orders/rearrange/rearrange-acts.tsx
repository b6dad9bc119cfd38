'use client'

import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { ActMenu } from '#components/ui/act-menu.tsx'
import { JoinDialog } from './join-dialog.tsx'
import { moneyWords } from '../money-words.ts'
import { MoveDialog } from './move-dialog.tsx'
import type { RearrangeAct, WantedRearrangement } from './rearrangement.ts'
import { mostParts } from './split-choice.ts'
import { SplitDialog } from './split-dialog.tsx'
import { joinable } from './together.ts'
import type { Rearranging } from './use-rearrange.ts'

/** What is seldom done with an unpaid order: split it, join another one to it, move it. */
export function RearrangeActs({
  order,
  orders,
  may,
  rearranging,
  isAtWork,
}: {
  order: Order
  /** All orders of the spot, in the order in which they are numbered. */
  orders: readonly Order[]
  may: readonly Permission[]
  rearranging: Rearranging
  isAtWork: boolean
}) {
  const [asking, setAsking] = useState<RearrangeAct | null>(null)
  const numberOf = (one: Order) => orders.findIndex(({ id }) => id === one.id) + 1
  const others = joinable(orders, order).map((one) => ({ order: one, number: numberOf(one) }))
  const possible: RearrangeAct[] = [
    ...(mostParts(order) >= 2 ? (['split'] as const) : []),
    ...(others.length > 0 ? (['join'] as const) : []),
    'move',
  ]
  const close = () => setAsking(null)
  const begin = (wanted: WantedRearrangement) => {
    close()
    void rearranging.begin(wanted)
  }

  return (
    <div className="mt-1 -mb-1 flex-none">
      <ActMenu
        label={text.rearrange.more}
        disabled={isAtWork || rearranging.open !== null}
        isBusy={rearranging.running !== null}
        entries={possible.map((act) => ({
          words: text.rearrange.acts[act],
          onChoose: () => setAsking(act),
        }))}
      />
      <SplitDialog
        order={order}
        isOpen={asking === 'split'}
        maySettle={may.includes('settle_order')}
        onClose={close}
        onSplit={(body) => begin({ act: 'split', body })}
      />
      <JoinDialog
        order={order}
        number={numberOf(order)}
        others={others}
        isOpen={asking === 'join'}
        onClose={close}
        onJoin={(body) => begin({ act: 'join', body })}
      />
      <MoveDialog
        fromSpotId={order.spotId}
        amount={moneyWords(order.totalMinor, order.currency)}
        isOpen={asking === 'move'}
        onClose={close}
        onMove={(body) => begin({ act: 'move', body })}
      />
    </div>
  )
}
