'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LONGEST_PLACE_NAME } from '#contract/counter.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** What the guest is called, and on to what they order. */
export function NewOrderForm() {
  const [name, setName] = useState('')
  const router = useRouter()
  return (
    <form
      className="flex flex-wrap items-start gap-3 rounded-2xl border border-line bg-card p-4"
      onSubmit={(event) => {
        event.preventDefault()
        router.push(`/counter/new?name=${encodeURIComponent(name.trim())}`)
      }}
    >
      <TextField
        label={text.counter.name}
        hint={text.counter.nameHint}
        autoComplete="off"
        maxLength={LONGEST_PLACE_NAME}
        className="min-w-48 flex-1"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="submit"
        variant="main"
        size="big"
        className="mt-7.5 max-tablet:w-full max-tablet:mt-0"
      >
        {text.counter.write}
      </Button>
    </form>
  )
}
