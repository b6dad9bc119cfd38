import type { Ending, SpotDetail } from '#contract/spot.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { orderStateWords } from '#components/orders/order-state.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Says what ends with the visit before it ends; held money has to be decided about first (law 4). */
export function CloseDialog({
  spot,
  ends,
  mayEndUnpaid,
  onClose,
  onFree,
}: {
  spot: SpotDetail
  /** Null while there is nothing to ask. */
  ends: Ending[] | null
  mayEndUnpaid: boolean
  onClose: () => void
  onFree: () => void
}) {
  const isSettled = ends?.length === 0
  const isLocked = ends?.some(({ status }) => status !== 'pending') === true
  const words = closeWords(spot, ends ?? [], mayEndUnpaid)
  return (
    <Dialog
      isOpen={ends !== null}
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.spot.keep}
          </Button>
          {(isSettled || (mayEndUnpaid && !isLocked)) && (
            <Button variant="danger" size="big" className="flex-1" onClick={onFree}>
              {isSettled ? text.spot.free : text.spot.freeAnyway}
            </Button>
          )}
        </>
      }
    >
      <p>{words.plain}</p>
      <ul className="mt-3 grid gap-1 text-lg">
        {ends?.map((ending) => (
          <li key={ending.orderId} className="flex justify-between gap-3">
            <span>{orderName(spot, ending)}</span>
            <b className="figures">{moneyWords(ending.totalMinor, ending.currency)}</b>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function closeWords(spot: SpotDetail, ends: readonly Ending[], mayEndUnpaid: boolean) {
  if (ends.length === 0) {
    return { title: text.spot.waitingTitle(spot.name), plain: text.spot.waiting }
  }
  if (ends.some((ending) => ending.status === 'reserved')) {
    return { title: text.spot.heldTitle(spot.name), plain: text.spot.held }
  }
  if (ends.some((ending) => ending.status === 'sending')) {
    return { title: text.spot.sendingTitle(spot.name), plain: text.spot.sending }
  }
  return {
    title: text.spot.unpaidTitle(spot.name),
    plain: mayEndUnpaid ? text.spot.unpaid : text.spot.unpaidStaff,
  }
}

function orderName(spot: SpotDetail, ending: Ending): string {
  const index = spot.orders.findIndex((order) => order.id === ending.orderId)
  const order = spot.orders[index]
  return [text.order.title(index + 1), order && orderStateWords(order)].filter(Boolean).join(' · ')
}
