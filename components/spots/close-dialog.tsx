'use client'

import { useState } from 'react'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import { EndingRow } from './ending-row.tsx'
import { endingsOf, hindranceOf, shownIn, type Hindrance } from './endings.ts'

/**
 * Says what ends with the visit before it ends, and offers the ways out of it right there: held money has to be decided
 * about first (law 4). It shows the spot as it stands now, so what is decided in it counts at once.
 */
export function CloseDialog({
  spot,
  isOpen,
  may,
  onClose,
  onFree,
}: {
  spot: SpotDetail
  isOpen: boolean
  may: readonly Permission[]
  onClose: () => void
  onFree: (endsUnpaid: boolean) => void
}) {
  const [wereOpen, setWereOpen] = useState<ReadonlySet<string>>(new Set())
  const endings = endingsOf(spot.orders)
  if (isOpen && endings.some(({ id }) => !wereOpen.has(id))) {
    setWereOpen(new Set([...wereOpen, ...endings.map(({ id }) => id)]))
  }
  const hindrance = hindranceOf(spot.orders)
  const mayEndUnpaid = may.includes('close_unpaid_spot')
  const words = closeWords(spot, hindrance, mayEndUnpaid)
  const shown = shownIn(spot.orders, wereOpen)
  const [first] = endings
  const close = () => {
    setWereOpen(new Set())
    onClose()
  }
  const free = (endsUnpaid: boolean) => {
    setWereOpen(new Set())
    onFree(endsUnpaid)
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={words.title}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.spot.keep}
          </Button>
          {hindrance === 'none' && (
            <Button variant="danger" size="big" className="flex-1" onClick={() => free(false)}>
              {text.spot.free}
            </Button>
          )}
          {hindrance === 'unpaid' && mayEndUnpaid && (
            <Button variant="danger" size="big" className="flex-1" onClick={() => free(true)}>
              {text.spot.freeAnyway}
            </Button>
          )}
        </>
      }
    >
      <p>{words.plain}</p>
      <SteadyGroup shape={shown.map(({ id, status }) => `${id} ${status}`).join(' ')}>
        <ul className="mt-3 grid gap-3 empty:hidden">
          {shown.map((order) => (
            <EndingRow key={order.id} order={order} orders={spot.orders} may={may} />
          ))}
        </ul>
      </SteadyGroup>
      {first && hindrance === 'unpaid' && endings.length > 1 && (
        <p className="figures mt-3 text-right text-lg font-bold">
          {text.freeing.total(
            moneyWords(
              endings.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
              first.currency,
            ),
          )}
        </p>
      )}
    </Dialog>
  )
}

function closeWords(spot: SpotDetail, hindrance: Hindrance, mayEndUnpaid: boolean) {
  const { name } = spot
  switch (hindrance) {
    case 'held':
      return { title: text.freeing.heldTitle(name), plain: text.freeing.held }
    case 'at_work':
      return { title: text.freeing.atWorkTitle(name), plain: text.freeing.atWork }
    case 'unpaid': {
      const plain = mayEndUnpaid ? text.freeing.ends : text.freeing.unpaidStaff
      return { title: text.freeing.title(name), plain }
    }
    default:
      return spot.orders.length === 0
        ? { title: text.spot.waitingTitle(name), plain: text.spot.waiting }
        : { title: text.freeing.settledTitle(name), plain: text.freeing.settled }
  }
}
