'use client'

import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import type { Permission } from '#contract/permission.ts'
import { useTile } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { UnreadSpot } from '#components/spots/unread-spot.tsx'
import { useSpot } from '#components/spots/use-spot.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { EditWay } from '../edit-way.ts'
import { EditorDesk } from './editor-desk.tsx'

/** Reads what the editor works on: the spot, the order that is changed, and the menu, without which it can still write. */
export function OrderEditor({
  spotId,
  orderId,
  way = 'change',
  may,
}: {
  spotId: number
  /** None for a new order. */
  orderId?: string
  way?: EditWay
  may: readonly Permission[]
}) {
  const { spot, error, readAgain } = useSpot(spotId)
  const menu = useResource(address.menu, Menu)
  const tile = useTile(spotId)
  const order = spot?.orders.find(({ id }) => id === orderId)
  const currency = order?.currency ?? menu.data?.currency ?? tile?.currency

  if (!spot) return <UnreadSpot error={error} readAgain={readAgain} />
  if (orderId !== undefined && !order) {
    return (
      <div role="alert" className="grid justify-items-start gap-4 p-5">
        <p className="text-lg">{text.editor.gone}</p>
        <ButtonLink href={pathOfPlace(spotId)}>{text.editor.back(spot.name)}</ButtonLink>
      </div>
    )
  }
  if (currency === undefined || (!menu.data && !menu.error)) {
    return <output className="block p-5 text-lg text-soft">{text.editor.reading}</output>
  }
  return (
    <EditorDesk
      spot={spot}
      {...(order && { order })}
      way={way}
      items={menu.data?.items ?? null}
      currency={currency}
      may={may}
    />
  )
}
