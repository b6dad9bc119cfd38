'use client'

import { useState } from 'react'
import { MAX_AMOUNT_MINOR, parseAmount } from '#contract/money.ts'
import type { Settings } from '#contract/settings.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { amountWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { houseLocations } from './house-locations.ts'
import { SaveBar } from './save-bar.tsx'
import { useSaveSettings } from './use-save-settings.ts'

type Rule = Settings['autoConfirm'][number]

/** Where payments that equal what was asked for are confirmed without a person, and up to which amount each. */
export function AutoConfirmForm({ rules }: { rules: readonly Rule[] }) {
  const { floor } = useFloor()
  const locations = houseLocations(floor?.tiles ?? [], rules, floor?.title)
  /** The caps as somebody has typed them, by location; nothing for one whose payments people confirm. */
  const [caps, setCaps] = useState<ReadonlyMap<number, string>>(
    () => new Map(rules.map(({ locationId, capMinor }) => [locationId, amountWords(capMinor)])),
  )
  const [wasTried, setWasTried] = useState(false)
  const saving = useSaveSettings()

  const change = (locationId: number, cap: string | null) => {
    const next = new Map(caps)
    if (cap === null) next.delete(locationId)
    else next.set(locationId, cap)
    setCaps(next)
  }
  const asked = [...caps].map(([locationId, cap]) => ({ locationId, capMinor: capOf(cap) }))
  const save = () => {
    setWasTried(true)
    const autoConfirm = asked.flatMap(({ locationId, capMinor }) =>
      capMinor === null ? [] : [{ locationId, capMinor }],
    )
    if (autoConfirm.length === asked.length && !saving.isSaving) void saving.save({ autoConfirm })
  }

  return (
    <form
      noValidate
      className="grid gap-4 rounded-2xl border border-line bg-card p-5"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div>
        <h2 className="mb-1 text-xl font-bold tracking-tight">{text.settings.autoTitle}</h2>
        <p>{text.settings.autoPlain}</p>
      </div>
      {locations.length === 0 && <p className="text-soft">{text.settings.autoNowhere}</p>}
      {locations.map(({ id, name }) => (
        <LocationRule
          key={id}
          name={name}
          cap={caps.get(id) ?? null}
          setBy={rules.find(({ locationId }) => locationId === id)?.setBy}
          wasTried={wasTried}
          onChange={(cap) => change(id, cap)}
        />
      ))}
      <SaveBar
        saving={saving}
        words={text.settings.autoApply}
        savedWords={text.settings.autoSaved}
        isAsSaved={isLike(asked, rules)}
      />
    </form>
  )
}

function LocationRule({
  name,
  cap,
  setBy,
  wasTried,
  onChange,
}: {
  name: string
  /** Null where people confirm. */
  cap: string | null
  setBy: string | undefined
  wasTried: boolean
  onChange: (cap: string | null) => void
}) {
  const isWrong = wasTried && cap !== null && capOf(cap) === null
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          className="size-5 flex-none accent-ink"
          checked={cap !== null}
          onChange={(event) => onChange(event.target.checked ? '' : null)}
        />
        <bdi className="[overflow-wrap:anywhere]">{text.settings.autoAt(name)}</bdi>
      </label>
      {cap !== null && (
        <TextField
          label={text.settings.autoCap}
          hint={text.settings.autoCapHint}
          {...(isWrong && { error: text.settings.autoBadCap })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          className="max-w-72"
          value={cap}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {setBy !== undefined && <p className="text-sm text-soft">{text.settings.autoSetBy(setBy)}</p>}
    </fieldset>
  )
}

function capOf(typed: string): number | null {
  const capMinor = parseAmount(typed)
  return capMinor !== null && capMinor > 0 && capMinor <= MAX_AMOUNT_MINOR ? capMinor : null
}

function isLike(
  asked: readonly { locationId: number; capMinor: number | null }[],
  rules: readonly Rule[],
): boolean {
  return (
    asked.length === rules.length &&
    asked.every(({ locationId, capMinor }) =>
      rules.some((rule) => rule.locationId === locationId && rule.capMinor === capMinor),
    )
  )
}
