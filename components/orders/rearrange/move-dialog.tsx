'use client'

import { useState } from 'react'
import { tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import type { Move } from '#contract/order.ts'
import { amountWords, stateWords } from '#components/floor/tile-words.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'
import { moveTargets } from './move-targets.ts'

/** Takes what is unpaid to the guests of another table, of those where somebody is checked in. */
export function MoveDialog({
  fromSpotId,
  amount,
  isOpen,
  onClose,
  onMove,
}: {
  fromSpotId: number
  /** What is moved, in words. */
  amount: string
  isOpen: boolean
  onClose: () => void
  onMove: (move: Move) => void
}) {
  const { floor } = useFloor()
  const [typed, setTyped] = useState('')
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const tiles = floor?.tiles ?? []
  const all = moveTargets(tiles, fromSpotId, '')
  const found = moveTargets(tiles, fromSpotId, typed)
  const chosen = all.find(({ key }) => key === chosenKey)
  const spotId = chosen?.spot?.id
  const close = () => {
    setTyped('')
    setChosenKey(null)
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.rearrange.moveTitle(amount)}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.rearrange.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="min-w-0 flex-1 px-3!"
            disabled={spotId === undefined}
            onClick={() => {
              close()
              if (spotId !== undefined) onMove({ spotId })
            }}
          >
            <bdi className="line-clamp-2 leading-tight [overflow-wrap:anywhere]">
              {chosen ? text.rearrange.moveTo(chosen.name) : text.rearrange.chooseTable}
            </bdi>
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.rearrange.movePlain}</p>
      {all.length === 0 ? (
        <p className="font-semibold">{text.rearrange.nowhere}</p>
      ) : (
        <>
          <TextField
            label={text.rearrange.find}
            className="mb-4"
            enterKeyHint="done"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={typed}
            maxLength={60}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') setChosenKey(found[0]?.key ?? null)
            }}
          />
          <Targets tiles={found} typed={typed} chosenKey={chosenKey} onChoose={setChosenKey} />
          {found.length === 0 && <p>{text.rearrange.noneFound}</p>}
        </>
      )}
    </Dialog>
  )
}

function Targets({
  tiles,
  typed,
  chosenKey,
  onChoose,
}: {
  tiles: readonly Tile[]
  typed: string
  chosenKey: string | null
  onChoose: (key: string) => void
}) {
  const steady = useSteadyTap(
    tiles.map(({ key }) => key),
    typed,
  )
  return (
    <fieldset
      aria-label={text.rearrange.tables}
      className="grid gap-2 empty:hidden"
      onClickCapture={steady}
    >
      {tiles.map((tile) => (
        <button
          key={tile.key}
          type="button"
          aria-pressed={tile.key === chosenKey}
          onClick={() => onChoose(tile.key)}
          className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-xl border border-edge bg-card px-4 py-2 text-left active:bg-line aria-pressed:border-2 aria-pressed:border-ink aria-pressed:px-[calc(--spacing(4)-1px)] aria-pressed:py-[calc(--spacing(2)-1px)]"
        >
          <bdi className="text-lg leading-tight font-bold [overflow-wrap:anywhere]">
            {tile.name}
          </bdi>
          <span className="flex items-center gap-1.5 text-lg">
            <Icon name={tileState(tile)} />
            {stateWords(tile)}
          </span>
          <span className="col-span-2 text-sm text-soft empty:hidden">{amountWords(tile)}</span>
        </button>
      ))}
    </fieldset>
  )
}
