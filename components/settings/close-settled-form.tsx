'use client'

import { useState } from 'react'
import { LONGEST_UNTIL_CLOSE_MINUTES } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { parseWholeNumber } from './whole-number.ts'
import { useSaveSettings } from './use-save-settings.ts'

/** So long after everything is paid a table frees itself. */
export function CloseSettledForm({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState(String(settings.closeSettledAfterMinutes))
  const [wasTried, setWasTried] = useState(false)
  const { isSaving, isSaved, error, save } = useSaveSettings()
  const minutes = parseWholeNumber(typed, LONGEST_UNTIL_CLOSE_MINUTES)
  const isWrong = wasTried && minutes === null
  return (
    <form
      noValidate
      aria-label={text.byItself.title}
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (minutes !== null && !isSaving) void save({ closeSettledAfterMinutes: minutes })
      }}
    >
      <div>
        <h2 className="mb-1 text-xl font-bold tracking-tight">{text.byItself.title}</h2>
        <p>{text.byItself.plain}</p>
      </div>
      <TextField
        label={text.byItself.minutes}
        hint={text.byItself.hint(LONGEST_UNTIL_CLOSE_MINUTES)}
        {...(isWrong && { error: text.byItself.bad(LONGEST_UNTIL_CLOSE_MINUTES) })}
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
          {isSaving ? text.settings.saving : text.byItself.set}
        </Button>
        <output className="font-semibold">
          {isSaved && minutes === settings.closeSettledAfterMinutes && text.byItself.saved}
        </output>
      </div>
    </form>
  )
}
