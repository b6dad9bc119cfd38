'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { sumMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { MoneyBackDialog } from './money-back-dialog.tsx'
import { MoneyBackLines } from './money-back-lines.tsx'

/** What was given back of the money that was received, and the way to write down more. */
export function ReceivedActs({ order, may }: { order: Order; may: readonly Permission[] }) {
  const { mutate } = useSWRConfig()
  const [isAsking, setIsAsking] = useState(false)
  const { id: orderId, spotId, confirmed, moneyBack = [] } = order
  if (!confirmed) return null
  const { amountMinor: confirmedMinor, currency } = confirmed
  const leftMinor = confirmedMinor - sumMinor(moneyBack.map(({ amountMinor }) => amountMinor))
  return (
    <>
      <MoneyBackLines given={moneyBack} />
      {may.includes('give_money_back') && (
        <>
          <div className="mt-3">
            <Button
              className="min-h-12"
              disabled={leftMinor <= 0}
              onClick={() => setIsAsking(true)}
            >
              {text.moneyBack.act}
            </Button>
          </div>
          <MoneyBackDialog
            of={{ orderId, confirmedMinor, leftMinor, currency }}
            isOpen={isAsking}
            onClose={() => setIsAsking(false)}
            onNews={() => mutate(address.spot(spotId))}
          />
        </>
      )}
    </>
  )
}
