'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { exchange } from '#components/http/send.ts'
import { text } from '#components/text/menus.ts'

export function SignOutButton({ className }: { className: string }) {
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  const signOut = async () => {
    setIsBusy(true)
    setHasFailed(false)
    try {
      await exchange(address.session, { method: 'DELETE' })
    } catch {
      setIsBusy(false)
      setHasFailed(true)
      return
    }
    // A whole new page, so that nothing of this person's stays in memory.
    window.location.assign('/sign-in')
  }

  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => void signOut()} className={className}>
        {text.account.signOut}
      </button>
      {hasFailed && (
        <p role="alert" className="px-4 py-2 text-sm text-alarm-ink">
          {text.account.signOutFailed}
        </p>
      )}
    </>
  )
}
