'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { knownProblem } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { exchange } from '#components/http/send.ts'
import { useHydrated } from '#components/session/use-hydrated.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'

const fields = ['token', 'name', 'email', 'password'] as const
type Field = (typeof fields)[number]

const inputs: Record<Field, Parameters<typeof TextField>[0]> = {
  token: {
    label: text.setUp.token,
    hint: text.setUp.tokenHint,
    autoComplete: 'one-time-code',
    autoCapitalize: 'none',
    spellCheck: false,
  },
  name: { label: text.setUp.name, autoComplete: 'name', maxLength: 60 },
  email: { label: text.setUp.email, type: 'email', autoComplete: 'username', maxLength: 254 },
  password: {
    label: text.setUp.password,
    hint: text.setUp.passwordHint,
    type: 'password',
    autoComplete: 'new-password',
    maxLength: 200,
  },
}

/** Makes the first manager of a fresh installation, who then signs in. */
export function SetUpForm() {
  const isHydrated = useHydrated()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())

  const setUp = async (form: HTMLFormElement) => {
    const body = Object.fromEntries(new FormData(form))
    const blame = (names: readonly string[]) => {
      setWrong(new Set(names))
      form.querySelector<HTMLInputElement>(`[name="${names[0]}"]`)?.focus()
    }
    setFailure(null)
    const empty = fields.filter((field) => body[field] === '')
    blame(empty)
    if (empty.length > 0) return

    setIsBusy(true)
    try {
      await exchange(address.setUp, { method: 'POST', body })
    } catch (error) {
      setIsBusy(false)
      const blamed = knownProblem(error).problem?.errors?.map(({ path }) => path) ?? []
      const named = fields.filter((field) => blamed.includes(field))
      if (named.length > 0) blame(named)
      else setFailure(problemWords(error, words))
      return
    }
    window.location.assign('/')
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void setUp(event.currentTarget)
      }}
      className="grid gap-4"
    >
      {fields.map((field) => (
        <TextField
          key={field}
          {...inputs[field]}
          name={field}
          {...(wrong.has(field) && { error: text.setUp.wrongField[field] })}
        />
      ))}
      {failure && (
        <Notice tone="alarm" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" variant="main" size="big" isBusy={isBusy} disabled={!isHydrated}>
        {text.setUp.submit}
      </Button>
    </form>
  )
}

const words = {
  unauthenticated: text.setUp.wrongToken,
  forbidden: text.setUp.wrongToken,
  conflict: text.setUp.done,
  not_found: text.setUp.done,
}
