'use client'

import { useState } from 'react'
import type { Round } from '#contract/round.ts'
import type { Tables } from '#contract/table.ts'
import { CodeCamera } from '#components/scan/code-camera.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { BeginAgain } from './begin-again.tsx'
import { roundList } from './round-list.ts'
import { RoundLists } from './round-lists.tsx'
import { TickForm } from './tick-form.tsx'
import { TickResult } from './tick-result.tsx'
import { timeWords } from './time-words.ts'
import { useTicking } from './use-ticking.ts'

/** A round that is under way: how far it is, the next code, and what is still missing. */
export function RoundDesk({
  register,
  round,
  onBegun,
}: {
  register: Tables
  round: Round
  onBegun: (round: Round) => void
}) {
  const { all, ticked, missing } = roundList(register, round)
  const { tick, isTicking, tickCode, tickTyped } = useTicking(all)
  const [hasCamera, setHasCamera] = useState(false)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-3xl font-bold tracking-tight figures">
          {text.round.progress(ticked.length, all.length)}
        </p>
        <progress
          aria-label={text.round.progressName}
          value={ticked.length}
          max={all.length}
          className="h-3 min-w-32 flex-1 appearance-none overflow-hidden rounded-full border border-edge bg-card [&::-moz-progress-bar]:bg-received [&::-webkit-progress-bar]:bg-card [&::-webkit-progress-value]:bg-received"
        />
        <p className="text-sm text-soft">
          {text.round.since(timeWords(round.beganAt ?? 0), round.beganBy ?? '')}
        </p>
      </div>
      {/* Above the camera, where it is in sight on a phone. */}
      <div aria-live="polite" className="empty:hidden">
        {tick && <TickResult tick={tick} round={round} />}
      </div>
      {hasCamera && <CodeCamera onCode={tickCode} />}
      <Button
        size="big"
        variant={hasCamera ? 'plain' : 'main'}
        onClick={() => setHasCamera(!hasCamera)}
      >
        {hasCamera ? text.round.stopCamera : text.round.camera}
      </Button>
      <TickForm isTicking={isTicking} onTyped={tickTyped} />
      <RoundLists missing={missing} ticked={ticked} />
      <div>
        <BeginAgain ticked={ticked.length} all={all.length} onBegun={onBegun} />
      </div>
    </>
  )
}
