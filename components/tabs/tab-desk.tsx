'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { MenuItem } from '#contract/menu.ts'
import type { Permission } from '#contract/permission.ts'
import type { Tab } from '#contract/tab.ts'
import { now } from '#components/clock/clock.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { Bill } from '#components/orders/editor/bill.tsx'
import { EditorFoot } from '#components/orders/editor/editor-foot.tsx'
import { EditorHead } from '#components/orders/editor/editor-head.tsx'
import { KeptNotice } from '#components/orders/editor/kept-notice.tsx'
import { MenuPicker } from '#components/orders/editor/menu-picker.tsx'
import { useKeptDraft } from '#components/orders/editor/use-kept-draft.ts'
import { VersionDialog } from '#components/orders/editor/version-dialog.tsx'
import { aftermathOf } from '#components/orders/intent.ts'
import { differs, draftOfOrder, moveOnto, tabSlot } from '#components/orders/kept-draft.ts'
import { limitWords } from '#components/orders/limit-words.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useKeepTab } from './use-keep-tab.ts'
import { useTableTile } from './use-tab.ts'

/** Menu beside tab, as for an order; nobody is asked for what is written here. */
export function TabDesk({
  tab,
  items,
  may,
}: {
  tab: Tab
  /** Null where the menu could not be read. */
  items: readonly MenuItem[] | null
  may: readonly Permission[]
}) {
  const router = useRouter()
  const { tableId, currency } = tab
  const back = wayTo(useTableTile(tableId) ?? { tableId })
  const place = { name: tab.tableName, way: back }
  const slot = tabSlot(tableId)
  const { kept, put, foundAt, change, startAfresh } = useKeptDraft(slot, () =>
    draftOfOrder(tab, now()),
  )
  const { isKeeping, error, keep } = useKeepTab(slot, tab, () => router.replace(back))
  const [view, setView] = useState<'menu' | 'bill'>('menu')
  const [typed, setTyped] = useState('')
  useEscape(() => router.push(back))

  const { base, draft } = kept
  const isOutdated = !isKeeping && base !== null && tab.version !== base.version
  const isTouched = base !== null && differs(draft, base)
  useEffect(() => {
    // Nothing was written yet, so there is nothing to choose: the editor shows the tab as it is now.
    if (isOutdated && !isTouched) put(draftOfOrder(tab, now()))
  }, [isOutdated, isTouched, tab, put])

  return (
    <div
      data-view={view}
      className="group/desk grid h-full grid-cols-1 grid-rows-[minmax(0,1fr)_auto] wide:grid-cols-[minmax(0,1fr)_25rem]"
    >
      <div className="flex min-h-0 flex-col group-data-[view=bill]/desk:hidden wide:row-span-2 wide:flex!">
        <EditorHead
          place={place}
          title={tab.lines.length === 0 ? text.tab.newTitle : text.tab.changeTitle}
          typed={typed}
          onType={setTyped}
        />
        {foundAt !== null && !isKeeping && (
          <KeptNotice foundAt={foundAt} onStartAfresh={startAfresh} />
        )}
        <MenuPicker
          items={items}
          typed={typed}
          draft={draft}
          currency={currency}
          isLocked={isKeeping}
          change={change}
        />
      </div>
      <Bill
        title={text.tab.title}
        place={place}
        draft={draft}
        base={base}
        given={0}
        part={undefined}
        currency={currency}
        isLocked={isKeeping}
        mayDiscount={may.includes('lower_without_reason')}
        change={change}
      />
      <EditorFoot
        kept={kept}
        words={{ ask: text.tab.keep, asking: text.tab.keeping }}
        isInFront
        mayBeEmpty
        currency={currency}
        view={view}
        onView={setView}
        isAsking={isKeeping}
        isDisabled={isOutdated}
        onAsk={() => void keep(kept)}
      >
        {error && !isOutdated && (
          <Notice role="alert" className="mb-3">
            {troubleWords(error)}
          </Notice>
        )}
      </EditorFoot>
      {base && (
        <VersionDialog
          isOpen={isOutdated && isTouched}
          mine={draft}
          order={tab}
          words={tab.lines.length === 0 ? goneWords : changedWords}
          onChoose={(choice) => put(moveOnto(tab, { kept, base, keep: choice }))}
        />
      )}
    </div>
  )
}

const changedWords = {
  conflictTitle: text.tab.conflictTitle,
  conflictPlain: text.tab.conflictPlain,
  keepBoth: text.editor.keepBoth,
  keepTheirs: text.editor.keepTheirs,
}
const goneWords = {
  conflictTitle: text.tab.goneTitle,
  conflictPlain: text.tab.gonePlain,
  keepBoth: text.tab.keepAdded,
  keepTheirs: text.tab.keepNone,
}

function troubleWords(error: ProblemError): string {
  if (!error.isOffline && aftermathOf(error) === 'unanswered') return text.tab.notKeptYet
  return `${text.tab.notKept} ${problemWords(error, {
    conflict: text.tab.retired,
    not_found: text.tab.retired,
    manager_required: limitWords(error),
  })}`
}
