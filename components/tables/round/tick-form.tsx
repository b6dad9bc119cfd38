'use client'

import { useState } from 'react'
import { LONGEST_CODE } from '#contract/scan.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** For whoever has no camera: what stands on the table, by hand. Emptied once it is ticked, for the next table. */
export function TickForm({
  isTicking,
  onTyped,
}: {
  isTicking: boolean
  /** Answers whether a table was ticked. */
  onTyped: (typed: string) => Promise<boolean>
}) {
  const [typed, setTyped] = useState('')
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === '') return
        void onTyped(typed).then((isTicked) => isTicked && setTyped(''))
      }}
    >
      <TextField
        label={text.round.typed}
        enterKeyHint="done"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
        maxLength={LONGEST_CODE}
        className="min-w-48 flex-1"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="main" className="min-h-12" aria-busy={isTicking || undefined}>
        {text.round.tick}
      </Button>
    </form>
  )
}
