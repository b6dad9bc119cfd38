import type { ReactNode } from 'react'
import { Shell } from '#components/shell/shell.tsx'
import { guestPhone } from '../guest-phone.ts'
import { requireSession } from '../require-session.ts'

export default async function BoardLayout({ children }: { children: ReactNode }) {
  const session = await requireSession()
  return (
    <Shell session={session} serverNow={Date.now()} guestPhone={await guestPhone()}>
      {children}
    </Shell>
  )
}
