import { isCheckedIn, type Round } from '#contract/round.ts'
import { visibleText } from '#contract/text.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { timeWords } from './time-words.ts'
import type { Tick } from './use-ticking.ts'

/** What the latest scan came to, large enough to be read from an arm's length away. */
export function TickResult({ tick, round }: { tick: Tick; round: Round }) {
  if (tick.kind === 'ticked') {
    const { table, before } = tick
    const wasTicked = before && isCheckedIn(before, round) && before.checkedAt
    return (
      <div className="flex items-center gap-4 rounded-2xl border border-received bg-received px-4 py-3 text-on-received">
        <Icon name="received" className="size-14" />
        <div className="min-w-0">
          <p className="sr-only">{text.round.ticked(table.name)}</p>
          <bdi aria-hidden="true" className="block text-5xl font-bold tracking-tight wrap-anywhere">
            {table.name}
          </bdi>
          <p className="text-lg">
            {wasTicked
              ? text.round.tickedBefore(timeWords(wasTicked), before.checkedBy ?? '')
              : text.round.tickedPlain}
          </p>
        </div>
      </div>
    )
  }
  if (tick.kind === 'failed') {
    return (
      <Notice role="alert" tone="trouble" title={text.round.notTicked}>
        {problemWords(tick.error)}
      </Notice>
    )
  }
  if (tick.kind === 'several') {
    return (
      <Notice role="alert" tone="trouble" title={text.round.notTicked}>
        {text.round.several(visibleText(tick.name))}
      </Notice>
    )
  }
  const { name, wasOf, kind } = tick.scanned
  return (
    <Notice role="alert" tone="alarm" title={text.round.unknown(visibleText(name))}>
      <p>{wasOf === undefined ? text.round.unknownBecause[kind] : text.round.wasOf(wasOf)}</p>
    </Notice>
  )
}
