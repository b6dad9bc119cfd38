'use client'

import { useState } from 'react'
import Link from 'next/link'
import type { Day, OpenLine } from '#contract/day.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { DaySection } from './day-section.tsx'
import { momentWords } from './day-words.ts'
import { useCloseDay } from './use-close-day.ts'

/** Everything that is not settled; the day closes once that is nothing, or each thing has a reason. */
export function CloseSection({
  day,
  onNews,
}: {
  day: Day
  onNews: (day?: Day) => Promise<unknown>
}) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const { isClosing, error, close } = useCloseDay(day.date, onNews)
  const given = day.open.map(({ key }) => ({ key, reason: reasons[key]?.trim() ?? '' }))
  const isReady = given.every(({ reason }) => reason !== '')
  return (
    <DaySection title={text.day.close} plain={text.day.closePlain}>
      <p className="mb-3 font-semibold">
        {day.open.length === 0 ? text.day.closeReady : text.day.closeOpen}
      </p>
      <ul aria-label={text.day.openList} className="grid gap-3 empty:hidden">
        {day.open.map((line) => (
          <li
            key={line.key}
            className="grid gap-2 rounded-xl border border-line p-3 tablet:grid-cols-2 tablet:gap-4"
          >
            <Line line={line} timeZone={day.timeZone} />
            <TextField
              label={text.day.why(line.spotName)}
              maxLength={200}
              autoComplete="off"
              value={reasons[line.key] ?? ''}
              onChange={(event) => setReasons({ ...reasons, [line.key]: event.target.value })}
            />
          </li>
        ))}
      </ul>
      {error && (
        <Notice role="alert" className="mt-3">
          {problemWords(error, {
            conflict: text.day.closeAgain,
            no_answer: text.day.closeNoAnswer,
            outcome_unknown: text.day.closeNoAnswer,
          })}
        </Notice>
      )}
      <Button
        variant="main"
        size="big"
        className="mt-4"
        isBusy={isClosing}
        disabled={!isReady}
        onClick={() => void close(given)}
      >
        {isClosing ? text.day.closing : text.day.closeNow}
      </Button>
    </DaySection>
  )
}

function Line({ line, timeZone }: { line: OpenLine; timeZone: string }) {
  return (
    <Link href={wayOf(line)} prefetch={false} className="block min-h-11">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <bdi className="text-lg font-bold [overflow-wrap:anywhere]">{line.spotName}</bdi>
        {line.amountMinor !== undefined && line.currency !== undefined && (
          <b className="figures">{moneyWords(line.amountMinor, line.currency)}</b>
        )}
      </span>
      <span className="block">{text.day.openKinds[line.kind]}</span>
      <span className="block text-sm text-soft">{momentWords(line.since, timeZone)}</span>
    </Link>
  )
}

function wayOf({ spotId, tableId = '' }: OpenLine): WayToTile {
  return spotId === undefined ? `/tables/${tableId}` : `/spots/${spotId}`
}
