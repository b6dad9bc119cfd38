'use client'

import { useState } from 'react'
import { LONGEST_COUNTER_MINUTES } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useSaveSettings } from './use-save-settings.ts'
import { parseWholeNumber } from './whole-number.ts'

/** How long an order at the counter may stay unpaid before it needs a person. */
export function CounterForm({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState(String(settings.counterMinutes))
  const [wasTried, setWasTried] = useState(false)
  const { isSaving, isSaved, error, save } = useSaveSettings()
  // Waiting for no time at all would call for somebody with each order.
  const counterMinutes = parseWholeNumber(typed, LONGEST_COUNTER_MINUTES) || null
  const isWrong = wasTried && counterMinutes === null

  return (
    <form
      noValidate
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (counterMinutes !== null && !isSaving) void save({ counterMinutes })
      }}
    >
      <div>
        <h2 className="mb-1 text-xl font-bold tracking-tight">{text.settings.counterTitle}</h2>
        <p>{text.settings.counterPlain}</p>
      </div>
      <TextField
        label={text.settings.counterMinutes}
        hint={text.settings.counterHint(LONGEST_COUNTER_MINUTES)}
        {...(isWrong && { error: text.settings.badCounter(LONGEST_COUNTER_MINUTES) })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        className="max-w-56"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && (
        <Notice role="alert">
          {aftermathOf(error) === 'unanswered'
            ? text.settings.noAnswer
            : `${text.settings.notSaved} ${problemWords(error)}`}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" size="big" isBusy={isSaving}>
          {isSaving ? text.settings.saving : text.settings.counterSave}
        </Button>
        <output className="font-semibold">
          {isSaved && counterMinutes === settings.counterMinutes && text.settings.counterSaved}
        </output>
      </div>
    </form>
  )
}
