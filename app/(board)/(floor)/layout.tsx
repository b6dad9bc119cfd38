import type { ReactNode } from 'react'
import { FloorView } from '#components/floor/floor-view.tsx'
import { guestPhone } from '../../guest-phone.ts'

/** The floor stays mounted while spots open and close beside it. */
export default async function FloorLayout({ children }: { children: ReactNode }) {
  return <FloorView guestPhone={await guestPhone()} panel={children} />
}
