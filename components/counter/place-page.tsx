'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { actsOn } from '#components/orders/order-acts.ts'
import { OrderCard } from '#components/orders/order-card.tsx'
import { moneyWords } from '#components/orders/money-words.ts'
import { UnreadSpot } from '#components/spots/unread-spot.tsx'
import { useEscape } from '#components/spots/use-escape.ts'
import { useSpot } from '#components/spots/use-spot.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import { GuestScreen } from './guest-screen.tsx'
import { hasCode, PayCode } from '#components/orders/pay-code.tsx'

/** A place at the counter: the code large, and what can be done about its orders, as at a table. */
export function PlacePage({
  spotId,
  may,
  isPractice,
}: {
  spotId: number
  may: readonly Permission[]
  isPractice: boolean
}) {
  const { spot, error, readAgain } = useSpot(spotId)
  const [shownId, setShownId] = useState<string | null>(null)
  const router = useRouter()
  useEscape(() => router.push('/counter'))
  if (!spot) return <UnreadSpot error={error} readAgain={readAgain} />

  const shown = spot.orders.find(({ id }) => id === shownId)
  const shape = spot.orders.map((order) => `${order.id} ${actsOn(order)}`).join(' ')
  return (
    <div className="mx-auto grid max-w-5xl gap-4 px-4 pb-8">
      <div className="flex items-start gap-3 pt-4">
        <ButtonLink
          href="/counter"
          className="size-12 flex-none px-0!"
          aria-label={text.counter.back}
        >
          <Icon name="back" className="size-6" />
        </ButtonLink>
        <h1 className="min-w-0 text-3xl leading-12 font-bold tracking-tight [overflow-wrap:anywhere]">
          <bdi>{spot.name}</bdi>
        </h1>
      </div>
      {error && (
        <Notice
          title={text.spot.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      <SteadyGroup shape={shape}>
        <div className="grid gap-6">
          {spot.orders.map((order, index) => (
            <div
              key={order.id}
              className="grid items-start gap-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
            >
              {hasCode(order) ? (
                <CodeCard order={order} name={spot.name} onShow={() => setShownId(order.id)} />
              ) : (
                <div className="max-wide:hidden" />
              )}
              <OrderCard
                order={order}
                number={index + 1}
                orders={spot.orders}
                may={may}
                hasGuests
              />
            </div>
          ))}
        </div>
      </SteadyGroup>
      {shown && (
        <GuestScreen
          order={shown}
          name={spot.name}
          isPractice={isPractice}
          onClose={() => setShownId(null)}
        />
      )}
    </div>
  )
}

function CodeCard({ order, name, onShow }: { order: Order; name: string; onShow: () => void }) {
  return (
    <section className="grid justify-items-center gap-3 rounded-2xl border border-edge bg-card p-4 text-center">
      <p className="figures text-4xl leading-none font-bold tracking-tight">
        {moneyWords(order.totalMinor, order.currency)}
      </p>
      <PayCode order={order} name={name} className="w-full max-w-96" />
      <p className="text-lg">{text.counter.scan}</p>
      <Button variant="main" size="big" className="w-full max-w-96" onClick={onShow}>
        {text.counter.show}
      </Button>
    </section>
  )
}
