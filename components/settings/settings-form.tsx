'use client'

import { useState } from 'react'
import { LONGEST_UNDO_S } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { parseUndoSeconds } from './undo-seconds.ts'
import { useSaveSettings } from './use-save-settings.ts'

export function SettingsForm({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState(String(settings.undoSeconds))
  const [wasTried, setWasTried] = useState(false)
  const { isSaving, isSaved, error, save } = useSaveSettings()
  const undoSeconds = parseUndoSeconds(typed)
  const isWrong = wasTried && undoSeconds === null

  return (
    <form
      noValidate
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (undoSeconds !== null && !isSaving) void save({ undoSeconds })
      }}
    >
      <div>
        <h2 className="mb-1 text-xl font-bold tracking-tight">{text.settings.undoTitle}</h2>
        <p>{text.settings.undoPlain}</p>
      </div>
      <TextField
        label={text.settings.undo}
        hint={text.settings.undoHint(LONGEST_UNDO_S)}
        {...(isWrong && { error: text.settings.badUndo(LONGEST_UNDO_S) })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        className="max-w-56"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="text-soft">{text.settings.undoOff}</p>
      {error && (
        <Notice role="alert">
          {aftermathOf(error) === 'unanswered'
            ? text.settings.noAnswer
            : `${text.settings.notSaved} ${problemWords(error)}`}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" size="big" isBusy={isSaving}>
          {isSaving ? text.settings.saving : text.settings.save}
        </Button>
        <output className="font-semibold">
          {isSaved && undoSeconds === settings.undoSeconds && text.settings.saved}
        </output>
      </div>
    </form>
  )
}
