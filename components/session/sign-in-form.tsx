'use client'

import { useRef, useState } from 'react'
import { address } from '#contract/address.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { exchange } from '#components/http/send.ts'
import { useHydrated } from '#components/session/use-hydrated.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'

export interface DemoAccount {
  role: 'manager' | 'staff'
  email: string
  password: string
}

/**
 * `onward` is the page that the person wanted. `demoAccounts` come from the server in practice only; a tap fills one in. The inputs keep their own values, so that
 * what somebody (or a password manager) entered before the page's code ran is not lost.
 */
export function SignInForm({
  onward,
  demoAccounts,
}: {
  onward: string
  demoAccounts: readonly DemoAccount[]
}) {
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const isHydrated = useHydrated()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const fillIn = (account: DemoAccount) => {
    if (email.current) email.current.value = account.email
    if (password.current) password.current.value = account.password
    setFailure(null)
  }

  const signIn = async () => {
    const body = { email: email.current?.value.trim(), password: password.current?.value }
    if (!body.email || !body.password) {
      setFailure(text.signIn.incomplete)
      return
    }
    setIsBusy(true)
    setFailure(null)
    try {
      await exchange(address.session, { method: 'POST', body })
    } catch (error) {
      setIsBusy(false)
      setFailure(problemWords(error, words))
      return
    }
    // A whole new page: the floor begins with the rights and the clock of the new session.
    window.location.assign(onward)
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
      className="grid gap-4"
    >
      <TextField
        ref={email}
        label={text.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        maxLength={254}
      />
      <TextField
        ref={password}
        label={text.signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
      />
      {failure && (
        <Notice tone="alarm" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" variant="main" size="big" isBusy={isBusy} disabled={!isHydrated}>
        {text.signIn.submit}
      </Button>
      {demoAccounts.length > 0 && (
        <section aria-label={text.signIn.demoTitle} className="mt-2 grid gap-2">
          <h2 className="font-semibold">{text.signIn.demoTitle}</h2>
          {demoAccounts.map((account) => (
            <button
              key={account.email}
              type="button"
              disabled={!isHydrated}
              onClick={() => fillIn(account)}
              className="grid min-h-14 rounded-xl border border-edge bg-card px-4 py-2 text-left"
            >
              <span className="font-semibold">{text.signIn.demo[account.role]}</span>
              <span className="text-sm [overflow-wrap:anywhere] text-soft">
                {account.email} · {account.password}
              </span>
            </button>
          ))}
        </section>
      )}
    </form>
  )
}

const words = { unauthenticated: text.signIn.wrong, invalid: text.signIn.wrong }
