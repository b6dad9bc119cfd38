import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { HeldActs } from '#components/payments/held-acts.tsx'
import { ReceivedActs } from '#components/payments/received-acts.tsx'
import { Verdict } from '#components/payments/verdict.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { AgainActs } from './again-acts.tsx'
import { AskedActs } from './asked-acts.tsx'
import { actsOn } from './order-acts.ts'
import { OrderNotice } from './order-notice.tsx'
import { RearrangeWords } from './rearrange/rearrange-words.tsx'
import type { Rearranging } from './rearrange/use-rearrange.ts'
import { ScheduledActs } from './scheduled-acts.tsx'
import { SendingActs } from './sending-acts.tsx'
import type { OrderActing } from './use-order-act.ts'
import { WorkWords } from './work-words.tsx'

/** How an order stands, what is being done with it, and the buttons for what can be done. */
export function OrderWays({
  order,
  may,
  hasGuests,
  acting,
  rearranging,
}: {
  order: Order
  may: readonly Permission[]
  /** Somebody is at the table, who can be asked again. */
  hasGuests: boolean
  acting: OrderActing
  rearranging: Rearranging
}) {
  const acts = actsOn(order)
  const isAtWork =
    acting.running !== null || rearranging.running !== null || order.work !== undefined
  return (
    <>
      {acts === 'held' && order.notice !== 'paid_twice' && <Verdict order={order} />}
      {acts === 'asked' && order.verdict && <Verdict order={order} />}
      <OrderNotice order={order} may={may} />
      <WorkWords order={order} running={acting.running} />
      {acting.failed && <ActTrouble failed={acting.failed} order={order} />}
      <RearrangeWords order={order} rearranging={rearranging} />
      {order.status === 'confirmed' && <ReceivedActs order={order} may={may} />}
      {acts === 'held' && <HeldActs order={order} may={may} acting={acting} />}
      {acts === 'asked' && (
        <AskedActs order={order} may={may} acting={acting} isAtWork={isAtWork} />
      )}
      {acts === 'scheduled' && <ScheduledActs order={order} may={may} acting={acting} />}
      {(acts === 'sending' || acts === 'asking') && (
        <SendingActs order={order} may={may} acting={acting} />
      )}
      {acts === 'again' && hasGuests && may.includes('write_orders') && (
        <AgainActs order={order} acting={acting} />
      )}
    </>
  )
}
