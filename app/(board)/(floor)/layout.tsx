import type { ReactNode } from 'react'
import { FloorView } from '#components/floor/floor-view.tsx'
import { currentMe } from '../../current-me.ts'
import { guestPhone } from '../../guest-phone.ts'

/** The floor stays mounted while spots open and close beside it. */
export default async function FloorLayout({ children }: { children: ReactNode }) {
  return <FloorView me={await currentMe()} guestPhone={await guestPhone()} panel={children} />
}
