'use client'

import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import type { Permission } from '#contract/permission.ts'
import { useResource } from '#components/http/use-resource.ts'
import { UnreadSpot } from '#components/spots/unread-spot.tsx'
import { text } from '#components/text/catalogue.ts'
import { TabDesk } from './tab-desk.tsx'
import { useTab } from './use-tab.ts'

/** Reads what is written on: the tab as it is, and the menu, without which lines can still be written. */
export function TabEditor({ tableId, may }: { tableId: string; may: readonly Permission[] }) {
  const { tab, error, readAgain } = useTab(tableId)
  const menu = useResource(address.menu, Menu)
  if (!tab) return <UnreadSpot error={error} readAgain={readAgain} />
  if (!menu.data && !menu.error) {
    return <output className="block p-5 text-lg text-soft">{text.editor.reading}</output>
  }
  return <TabDesk tab={tab} items={menu.data?.items ?? null} may={may} />
}
