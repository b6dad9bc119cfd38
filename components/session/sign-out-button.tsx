'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { exchange } from '#components/http/send.ts'
import { text } from '#components/text/catalogue.ts'

export function SignOutButton({ className }: { className: string }) {
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const signOut = async () => {
    setIsBusy(true)
    setFailure(null)
    try {
      await exchange(address.session, { method: 'DELETE' })
    } catch (error) {
      setIsBusy(false)
      setFailure(`${problemWords(error)} ${text.shell.signOutFailed}`)
      return
    }
    // A whole new page, so that nothing of this person's stays in memory.
    window.location.assign('/sign-in')
  }

  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => void signOut()} className={className}>
        {text.shell.signOut}
      </button>
      {failure && (
        <p role="alert" className="px-4 py-2 text-sm text-alarm-ink">
          {failure}
        </p>
      )}
    </>
  )
}
