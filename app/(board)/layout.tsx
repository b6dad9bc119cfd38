import type { ReactNode } from 'react'
import { Shell } from '#components/shell/shell.tsx'
import { currentMe } from '../current-me.ts'
import { guestPhone } from '../guest-phone.ts'

export default async function BoardLayout({ children }: { children: ReactNode }) {
  return (
    <Shell me={await currentMe()} serverNow={Date.now()} guestPhone={await guestPhone()}>
      {children}
    </Shell>
  )
}
