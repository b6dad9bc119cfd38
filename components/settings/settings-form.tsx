'use client'

import { useState } from 'react'
import { LONGEST_UNDO_S } from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { text } from '#components/text/catalogue.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { DayFields } from './day-fields.tsx'
import { SaveBar } from './save-bar.tsx'
import { isSame, isWhole, readTyped, typedOf } from './typed-settings.ts'
import { SettingsSection } from './settings-section.tsx'
import { useSaveSettings } from './use-save-settings.ts'

export function SettingsForm({ settings }: { settings: Settings }) {
  const [typed, setTyped] = useState(typedOf(settings))
  const [wasTried, setWasTried] = useState(false)
  const saving = useSaveSettings()
  const read = readTyped(typed)
  const put = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change })

  return (
    <form
      noValidate
      className="grid gap-6 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setWasTried(true)
        if (isWhole(read) && !saving.isSaving) void saving.save(read)
      }}
    >
      <SettingsSection title={text.settings.undoTitle} plain={text.settings.undoPlain}>
        <TextField
          label={text.settings.undo}
          hint={text.settings.undoHint(LONGEST_UNDO_S)}
          {...(wasTried &&
            read.undoSeconds === null && { error: text.settings.badUndo(LONGEST_UNDO_S) })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          className="max-w-56"
          value={typed.undoSeconds}
          onChange={(event) => put({ undoSeconds: event.target.value })}
        />
        <p className="text-soft">{text.settings.undoOff}</p>
      </SettingsSection>
      <SettingsSection title={text.settings.lessTitle} plain={text.settings.lessPlain}>
        <TextField
          label={text.settings.less}
          hint={text.settings.lessHint}
          {...(wasTried && read.reductionLimitMinor === null && { error: text.settings.badLess })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={9}
          className="max-w-56"
          value={typed.reductionLimit}
          onChange={(event) => put({ reductionLimit: event.target.value })}
        />
      </SettingsSection>
      <SettingsSection title={text.settings.dayTitle} plain={text.settings.dayPlain}>
        <DayFields {...typed} onChange={put} />
      </SettingsSection>
      <SaveBar
        saving={saving}
        savedWords={text.settings.saved}
        isAsSaved={isWhole(read) && isSame(read, settings)}
      />
    </form>
  )
}
