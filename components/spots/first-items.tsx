'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import type { MenuItem } from '#contract/menu.ts'
import { now } from '#components/clock/clock.ts'
import { useResource } from '#components/http/use-resource.ts'
import { byCategory } from '#components/menu/categories.ts'
import { readDraft, storeDraft } from '#components/orders/device-drafts.ts'
import { changeDraft, emptyDraft } from '#components/orders/draft.ts'
import { MenuSections } from '#components/orders/editor/menu-sections.tsx'
import { draftSlot, newDraft } from '#components/orders/kept-draft.ts'
import { SteadyGroup } from '#components/ui/steady-group.tsx'

/** The menu, where nothing was ordered yet: the first tap is the first item, and leads to the order with it. */
export function FirstItems({ spotId }: { spotId: number }) {
  const router = useRouter()
  const { data: menu } = useResource(address.menu, Menu)
  const slot = draftSlot(spotId)
  const [hasKeptDraft] = useState(() => readDraft(slot) !== null)
  if (!menu || hasKeptDraft) return null

  const begin = ({ title, unitPriceMinor }: MenuItem) => {
    // A quick second tap may come before the editor is there, and counts too.
    const { draft, ...kept } = readDraft(slot) ?? newDraft(now())
    const added = changeDraft(draft, { type: 'add', title, unitPriceMinor })
    storeDraft(slot, { ...kept, keptAt: now(), draft: added })
    router.push(`/spots/${spotId}/orders/new`)
  }
  return (
    <SteadyGroup shape="menu">
      <MenuSections
        categories={byCategory(menu.items.filter((item) => !item.offToday))}
        hasTitles
        draft={emptyDraft}
        currency={menu.currency}
        isLocked={false}
        onAdd={begin}
      />
    </SteadyGroup>
  )
}
