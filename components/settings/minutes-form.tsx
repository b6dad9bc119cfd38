'use client'

import { useState } from 'react'
import { LONGEST_COUNTER_MINUTES, LONGEST_UNTIL_CLOSE_MINUTES } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { text } from '#components/text/catalogue.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useSaveSettings } from './use-save-settings.ts'
import { parseWholeNumber } from './whole-number.ts'

type Minutes = 'counterMinutes' | 'closeSettledAfterMinutes'

const limits: Record<Minutes, { least: number; most: number }> = {
  // Waiting for no time at all would call for somebody with each order.
  counterMinutes: { least: 1, most: LONGEST_COUNTER_MINUTES },
  closeSettledAfterMinutes: { least: 0, most: LONGEST_UNTIL_CLOSE_MINUTES },
}

/** A time in minutes that a manager sets, in a form of its own. */
export function MinutesForm({ setting, settings }: { setting: Minutes; settings: Settings }) {
  const [typed, setTyped] = useState(String(settings[setting]))
  const [wasTried, setWasTried] = useState(false)
  const saving = useSaveSettings()
  const { least, most } = limits[setting]
  const words = text.settings[setting]
  const read = parseWholeNumber(typed, most)
  const minutes = read !== null && read >= least ? read : null

  return (
    <form
      noValidate
      aria-label={words.title}
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (minutes !== null && !saving.isSaving) void saving.save({ [setting]: minutes })
      }}
    >
      <SettingsSection title={words.title} plain={words.plain}>
        <TextField
          label={words.minutes}
          hint={words.hint(most)}
          {...(wasTried && minutes === null && { error: words.bad(most) })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          className="max-w-56"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </SettingsSection>
      <SaveBar
        saving={saving}
        words={words.save}
        savedWords={words.saved}
        isAsSaved={minutes === settings[setting]}
      />
    </form>
  )
}
