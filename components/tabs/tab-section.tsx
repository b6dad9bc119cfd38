'use client'

import { useId } from 'react'
import type { Permission } from '#contract/permission.ts'
import type { Tab } from '#contract/tab.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { clockWords } from '#components/orders/money-words.ts'
import { OrderLines } from '#components/orders/order-lines.tsx'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TabActs } from './tab-acts.tsx'
import { tabTrouble } from './tab-trouble.ts'
import { useTab } from './use-tab.ts'
import { useTabAct } from './use-tab-act.ts'

/** What is kept on a table, on the page of the table or of its spot. */
export function TabSection({
  tableId,
  hasGuests,
  may,
}: {
  tableId: string
  /** Somebody has checked in, who can be asked to pay it. */
  hasGuests: boolean
  may: readonly Permission[]
}) {
  const { tab, error, readAgain } = useTab(tableId)
  if (!tab) {
    if (!error) return <output className="block px-1 py-2 text-soft">{text.tab.reading}</output>
    return (
      <Notice
        className="mx-auto mb-4 max-w-2xl"
        title={text.tab.unread}
        action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
      >
        {problemWords(error)}
      </Notice>
    )
  }
  return <TabCard tab={tab} hasGuests={hasGuests} may={may} />
}

function TabCard({
  tab,
  hasGuests,
  may,
}: {
  tab: Tab
  hasGuests: boolean
  may: readonly Permission[]
}) {
  const acting = useTabAct(tab)
  const titleId = useId()
  const isEmpty = tab.lines.length === 0
  const trouble = acting.failed && (
    <Notice role="alert" className="mt-3">
      {tabTrouble(acting.failed)}
    </Notice>
  )
  if (isEmpty) {
    return (
      <div className="mx-auto mb-4 max-w-2xl empty:hidden">
        {trouble}
        {!hasGuests && may.includes('write_orders') && (
          <div className="mt-3 flex flex-wrap items-center justify-between gap-3 rounded-2xl border border-dashed border-edge p-4">
            <p className="min-w-44 flex-1 text-soft">{text.tab.beginPlain}</p>
            <ButtonLink href={`/tabs/${tab.tableId}`} className="min-h-12 flex-none">
              {text.tab.begin}
            </ButtonLink>
          </div>
        )}
      </div>
    )
  }
  return (
    <section
      aria-labelledby={titleId}
      className="mx-auto mb-4 max-w-2xl rounded-2xl border border-edge bg-raised p-4"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <h2 id={titleId} className="flex items-center gap-2 text-lg font-bold">
          <Icon name="tab" />
          {text.tab.title}
        </h2>
        {tab.changedBy !== undefined && tab.changedAt !== undefined && (
          <p className="min-w-0 text-sm [overflow-wrap:anywhere] text-soft">
            {text.tab.by(tab.changedBy, clockWords(tab.changedAt))}
          </p>
        )}
        <p className="w-full text-sm text-soft">{text.tab.plain}</p>
      </div>
      <OrderLines order={tab} />
      {trouble}
      <TabActs tab={tab} hasGuests={hasGuests} may={may} acting={acting} />
    </section>
  )
}
