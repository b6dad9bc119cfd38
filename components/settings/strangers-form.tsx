'use client'

import { useState } from 'react'
import {
  DEFAULT_GRACE_S,
  LONGEST_BURST_MINUTES,
  LONGEST_GRACE_S,
  MOST_BURST_CODES,
} from '#contract/settings.ts'
import type { Settings } from '#contract/settings.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { text } from '#components/text/catalogue.ts'
import { ChoiceRow } from '#components/ui/choice-row.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { houseLocations } from './house-locations.ts'
import { SaveBar } from './save-bar.tsx'
import { SettingsSection } from './settings-section.tsx'
import { graceOf, isSameRules, typedGrace, type TypedGrace } from './typed-grace.ts'
import { useSaveSettings } from './use-save-settings.ts'
import { parseWholeNumber } from './whole-number.ts'

const words = text.strangerSettings
const ways = ['grace', 'once', 'hand'] as const

/** What becomes of codes that are in no register, by location, and when there are so many that it is an alarm. */
export function StrangersForm({ settings }: { settings: Settings }) {
  const { strangers: rules } = settings
  const { floor } = useFloor()
  const locations = houseLocations(floor?.tiles ?? [], rules, floor?.title)
  const [changed, setChanged] = useState<ReadonlyMap<number, TypedGrace>>(new Map())
  const [codes, setCodes] = useState(String(settings.burstCodes))
  const [minutes, setMinutes] = useState(String(settings.burstMinutes))
  const [wasTried, setWasTried] = useState(false)
  const saving = useSaveSettings()

  const ruleAt = (id: number) => rules.find(({ locationId }) => locationId === id)
  const graceAt = (id: number) => changed.get(id) ?? typedGrace(ruleAt(id))
  /** A location that nobody has touched goes on without a rule of its own. */
  const asked = locations
    .filter(({ id }) => changed.has(id) || ruleAt(id))
    .map(({ id }) => ({ locationId: id, graceSeconds: graceOf(graceAt(id)) }))
  const burstCodes = atLeast(2, parseWholeNumber(codes, MOST_BURST_CODES))
  const burstMinutes = atLeast(1, parseWholeNumber(minutes, LONGEST_BURST_MINUTES))

  const save = () => {
    setWasTried(true)
    const strangers = asked.flatMap(({ locationId, graceSeconds }) =>
      graceSeconds === undefined ? [] : [{ locationId, graceSeconds }],
    )
    if (strangers.length < asked.length || burstCodes === null || burstMinutes === null) return
    if (!saving.isSaving) void saving.save({ strangers, burstCodes, burstMinutes })
  }
  return (
    <form
      noValidate
      aria-label={words.title}
      className="grid gap-6 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <SettingsSection title={words.title} plain={words.plain}>
        {locations.length === 0 && <p className="text-soft">{words.nowhere}</p>}
        {locations.map(({ id, name }) => (
          <LocationGrace
            key={id}
            name={name}
            grace={graceAt(id)}
            setBy={ruleAt(id)?.setBy}
            wasTried={wasTried}
            onChange={(grace) => setChanged(new Map(changed).set(id, grace))}
          />
        ))}
      </SettingsSection>
      <SettingsSection title={words.burstTitle} plain={words.burstPlain}>
        <div className="flex flex-wrap gap-4">
          <TextField
            label={words.codes}
            hint={words.codesHint(MOST_BURST_CODES)}
            {...(wasTried && burstCodes === null && { error: words.codesBad(MOST_BURST_CODES) })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            className="w-40"
            value={codes}
            onChange={(event) => setCodes(event.target.value)}
          />
          <TextField
            label={words.minutes}
            hint={words.minutesHint(LONGEST_BURST_MINUTES)}
            {...(wasTried &&
              burstMinutes === null && { error: words.minutesBad(LONGEST_BURST_MINUTES) })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            className="w-40"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
      </SettingsSection>
      <SaveBar
        saving={saving}
        words={words.save}
        savedWords={words.saved}
        isAsSaved={
          isSameRules(asked, rules) &&
          burstCodes === settings.burstCodes &&
          burstMinutes === settings.burstMinutes
        }
      />
    </form>
  )
}

function LocationGrace({
  name,
  grace,
  setBy,
  wasTried,
  onChange,
}: {
  name: string
  grace: TypedGrace
  setBy: string | undefined
  wasTried: boolean
  onChange: (grace: TypedGrace) => void
}) {
  const isWrong = wasTried && graceOf(grace) === undefined
  return (
    <fieldset className="grid gap-3 border-t border-line pt-3">
      <legend className="float-left font-semibold">
        <bdi className="[overflow-wrap:anywhere]">{words.at(name)}</bdi>
      </legend>
      <ChoiceRow
        label={words.at(name)}
        choices={ways}
        words={words.ways}
        chosen={grace.way}
        onChoose={(way) => onChange({ ...grace, way })}
      />
      {grace.way === 'grace' && (
        <TextField
          label={words.seconds}
          hint={words.hint(LONGEST_GRACE_S)}
          {...(isWrong && { error: words.bad(LONGEST_GRACE_S) })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          className="max-w-56"
          placeholder={String(DEFAULT_GRACE_S)}
          value={grace.seconds}
          onChange={(event) => onChange({ ...grace, seconds: event.target.value })}
        />
      )}
      <p className="text-sm text-soft">{setBy === undefined ? words.unset : words.setBy(setBy)}</p>
    </fieldset>
  )
}

function atLeast(least: number, value: number | null): number | null {
  return value !== null && value >= least ? value : null
}
