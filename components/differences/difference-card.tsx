'use client'

import { useId, useState } from 'react'
import { address } from '#contract/address.ts'
import type { Difference, Side } from '#contract/difference.ts'
import type { Permission } from '#contract/permission.ts'
import { useAge } from '#components/clock/use-clock.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import type { useDifferences } from './use-differences.ts'

type Acting = Pick<ReturnType<typeof useDifferences>, 'running' | 'failed' | 'perform'>

/** One difference: what either side says, figures side by side, and what can be done about it. */
export function DifferenceCard({
  difference,
  may,
  acting: { running, failed, perform },
}: {
  difference: Difference
  may: readonly Permission[]
  acting: Acting
}) {
  const { id, kind, transactionKey, spotId, spotName, booked, found, state } = difference
  const [isExplaining, setIsExplaining] = useState(false)
  const titleId = useId()
  const age = useAge(difference.firstSeenAt)
  const look = address.lookAtDifference(id)
  const adopt = address.adoptDifference(id)
  const explain = address.explainDifference(id)
  const maySettle = may.includes('settle_differences')
  const isOpen = state === 'open'
  const isFailed = [look, adopt, explain].some((to) => to === failed?.at)

  return (
    <article
      aria-labelledby={titleId}
      data-open={isOpen || undefined}
      className="grid gap-3 rounded-2xl border border-line bg-card p-4 text-soft data-open:border-alarm data-open:text-ink"
    >
      <p id={titleId} className="flex gap-2 text-lg leading-6 font-semibold">
        <Icon name={isOpen ? 'left' : 'received'} className="mt-0.5 size-5" />
        {text.differences.kinds[kind]}
      </p>
      <dl className="grid grid-cols-2 gap-3">
        <SideWords label={text.differences.book} side={booked} />
        <SideWords label={text.differences.paysera} side={found} />
      </dl>
      <p className="text-sm [overflow-wrap:anywhere] text-soft">
        {text.differences.payment(transactionKey)} · {text.differences.seen(age ?? '')}
      </p>
      {!isOpen && <p className="[overflow-wrap:anywhere]">{outcomeWords(difference)}</p>}
      {isFailed && failed && (
        <Notice role="alert">
          {text.differences.failed} {problemWords(failed.error)}
        </Notice>
      )}
      {isOpen && !maySettle && <p>{text.differences.needsManager}</p>}
      <div className="flex flex-wrap gap-2">
        {isOpen && may.includes('confirm_payment') && (
          <Button
            isBusy={running === look}
            disabled={running !== null}
            onClick={() => void perform(look)}
          >
            {running === look ? text.differences.looking : text.differences.look}
          </Button>
        )}
        {spotId !== null && (
          <ButtonLink href={pathOfPlace(spotId)}>
            {text.differences.toOrder(spotName ?? '')}
          </ButtonLink>
        )}
        {isOpen && maySettle && (
          <Button disabled={running !== null} onClick={() => setIsExplaining(true)}>
            {text.differences.explain}
          </Button>
        )}
        {isOpen && maySettle && kind === 'received_not_booked' && (
          <Button
            variant="main"
            isBusy={running === adopt}
            disabled={running !== null}
            onClick={() => void perform(adopt)}
          >
            {running === adopt ? text.differences.adopting : text.differences.adopt}
          </Button>
        )}
      </div>
      <ExplainDialog
        isOpen={isExplaining}
        onClose={() => setIsExplaining(false)}
        onExplain={(reason) => {
          setIsExplaining(false)
          void perform(explain, { reason })
        }}
      />
    </article>
  )
}

function SideWords({ label, side }: { label: string; side: Side }) {
  const { status, amountMinor, currency } = side
  return (
    <div className="min-w-0 rounded-xl border border-line bg-paper px-3 py-2">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">
        {amountMinor !== null && currency !== null && (
          <b className="figures block text-xl">{moneyWords(amountMinor, currency)}</b>
        )}
        {text.differences.state(status)}
      </dd>
    </div>
  )
}

function outcomeWords({ state, settledBy, reason }: Difference): string {
  if (state === 'adopted') return text.differences.adopted(settledBy ?? '')
  if (state === 'explained') return text.differences.explained(settledBy ?? '', reason ?? '')
  return text.differences.gone
}
