'use client'

import { address } from '#contract/address.ts'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import { Menu } from '#contract/menu.ts'
import type { Permission } from '#contract/permission.ts'
import { NEW_PLACE } from '#contract/place.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { useResource } from '#components/http/use-resource.ts'
import { EditorDesk } from '#components/orders/editor/editor-desk.tsx'
import { text } from '#components/text/catalogue.ts'

/** Writes the first order of a guest at the counter, whose place is made with it. */
export function CounterEditor({
  guestName,
  may,
}: {
  guestName: string
  may: readonly Permission[]
}) {
  const menu = useResource(address.menu, Menu)
  if (!menu.data && !menu.error) {
    return <output className="block p-5 text-lg text-soft">{text.editor.reading}</output>
  }
  return (
    <EditorDesk
      spot={placeToBe(guestName)}
      guestName={guestName}
      way="change"
      items={menu.data?.items ?? null}
      currency={menu.data?.currency ?? HOUSE_CURRENCY}
      may={may}
    />
  )
}

function placeToBe(guestName: string): SpotDetail {
  return {
    id: NEW_PLACE,
    identifier: null,
    locationId: null,
    status: 'open',
    name: guestName || text.counter.someone,
    since: null,
    orders: [],
    lastRound: [],
    departures: [],
  }
}
