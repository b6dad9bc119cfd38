'use client'

import { useState } from 'react'
import { nameFor } from '#contract/table.ts'
import type { TableDraft, UnregisteredSpot } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { AddingDialog } from './adding-dialog.tsx'
import type { AddingProps } from './adding-dialog.tsx'
import { locationName } from './first-tables.ts'
import { draftFrom, takenAtFirst } from './take-over.ts'
import { useAddTables } from './use-add-tables.ts'

/** The spots that Paysera shows and that are no tables yet, to be made tables in one step. */
export function TakeOverDialog({ unregistered, onDone, ...dialog }: AddingProps) {
  const { register } = dialog
  const adding = useAddTables()
  // As it was opened: what comes up meanwhile is not taken over unseen.
  const [{ spots, more }] = useState(unregistered)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => takenAtFirst(register, spots))
  const drafts: TableDraft[] = spots.flatMap((spot) =>
    chosen.has(spot.spotId) ? (draftFrom(spot) ?? []) : [],
  )
  const choose = (spotId: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(spotId)
    else next.delete(spotId)
    setChosen(next)
    adding.forget()
  }
  const add = async (reuses = false) => {
    if (await adding.add(drafts, reuses)) onDone(text.tables.added(drafts.length))
  }
  const hasSeveral = register.locations.length > 1

  return (
    <AddingDialog
      {...dialog}
      unregistered={unregistered}
      title={text.tables.takeOverTitle}
      doWords={text.tables.takeOverNow(drafts.length)}
      drafts={drafts}
      isReady={drafts.length > 0}
      adding={adding}
      onAdd={(reuses) => void add(reuses)}
    >
      <p>{spots.length === 0 ? text.tables.takeOverNone : text.tables.takeOverPlain}</p>
      <ul>
        {spots.map((spot) => (
          <SpotRow
            key={spot.spotId}
            spot={spot}
            location={
              hasSeveral && spot.locationId !== null
                ? locationName(spot.locationId, register.locations)
                : null
            }
            isChosen={chosen.has(spot.spotId)}
            onChoose={(isChosen) => choose(spot.spotId, isChosen)}
          />
        ))}
      </ul>
      {more > 0 && <p className="text-soft">{text.tables.takeOverMore(more)}</p>}
    </AddingDialog>
  )
}

function SpotRow({
  spot: { identifier, shown, obstacle, of },
  location,
  isChosen,
  onChoose,
}: {
  spot: UnregisteredSpot
  location: string | null
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}) {
  const name = identifier === null ? shown : nameFor(identifier)
  return (
    <li className="border-b border-line last:border-0">
      <label className="flex min-h-12 items-center gap-3 rounded-xl px-2 py-1.5 hover:bg-line has-disabled:cursor-not-allowed">
        <input
          type="checkbox"
          className="size-5 flex-none accent-ink"
          checked={isChosen}
          disabled={obstacle !== undefined}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <bdi className="font-semibold">{name}</bdi>
          {location !== null && <bdi className="ml-2 text-soft">{location}</bdi>}
          {obstacle && (
            <span className="block text-sm text-soft">{text.tables.obstacle(obstacle, of)}</span>
          )}
        </span>
      </label>
    </li>
  )
}
