'use client'

import { useState } from 'react'
import { nameFor } from '#contract/table.ts'
import type { Table, TableDraft, Tables, Unregistered, UnregisteredSpot } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { firstTables, locationName } from './first-tables.ts'
import { FirstTablesNotice } from './first-tables-notice.tsx'
import { draftFrom, takenAtFirst } from './take-over.ts'
import { TakenNotice } from './taken-notice.tsx'
import { useAddTables } from './use-add-tables.ts'

/** The spots that Paysera shows and that are no tables yet, to be made tables in one step. */
export function TakeOverDialog({
  register,
  unregistered,
  onBringBack,
  onClose,
  onDone,
}: {
  register: Tables
  unregistered: Unregistered
  onBringBack: (table: Table) => void
  onClose: () => void
  onDone: (words: string) => void
}) {
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
    <Dialog
      isOpen
      onClose={onClose}
      title={text.tables.takeOverTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.tables.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            disabled={drafts.length === 0}
            isBusy={adding.isBusy}
            onClick={() => void add()}
          >
            {text.tables.takeOverNow(drafts.length)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{spots.length === 0 ? text.tables.takeOverNone : text.tables.takeOverPlain}</p>
        {drafts.length > 0 && (
          <FirstTablesNotice first={firstTables(register, drafts, unregistered)} />
        )}
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
        {adding.taken && (
          <TakenNotice
            taken={adding.taken}
            isBusy={adding.isBusy}
            onReuse={() => void add(true)}
            onBringBack={onBringBack}
          />
        )}
        {adding.error && <ActTrouble error={adding.error} />}
      </div>
    </Dialog>
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
