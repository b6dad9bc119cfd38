'use client'

import { useState } from 'react'
import { LONGEST_UNDO_S } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { text } from '#components/text/catalogue.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { parseUndoSeconds } from './undo-seconds.ts'
import { useSaveSettings } from './use-save-settings.ts'

export function SettingsForm({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState(String(settings.undoSeconds))
  const [wasTried, setWasTried] = useState(false)
  const saving = useSaveSettings()
  const undoSeconds = parseUndoSeconds(typed)
  const isWrong = wasTried && undoSeconds === null

  return (
    <form
      noValidate
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (undoSeconds !== null && !saving.isSaving) void saving.save({ undoSeconds })
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
      <SaveBar
        saving={saving}
        savedWords={text.settings.saved}
        isAsSaved={undoSeconds === settings.undoSeconds}
      />
    </form>
  )
}
