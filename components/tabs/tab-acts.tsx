'use client'

import { useState } from 'react'
import { settlements } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Tab } from '#contract/tab.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import type { TabActing } from './use-tab-act.ts'

/** What can be done with a tab. Who has just checked in is asked by a person's tap alone, never by itself. */
export function TabActs({
  tab,
  hasGuests,
  may,
  acting,
}: {
  tab: Tab
  hasGuests: boolean
  may: readonly Permission[]
  acting: TabActing
}) {
  const [asking, setAsking] = useState<'take' | 'clear' | null>(null)
  const amount = moneyWords(tab.totalMinor, tab.currency)
  const isRunning = acting.running !== null
  const mayWrite = may.includes('write_orders')
  const close = () => setAsking(null)
  return (
    <SteadyGroup shape={String(hasGuests)} className="mt-3 grid gap-2">
      {hasGuests && mayWrite && (
        <Button
          variant="main"
          size="big"
          isBusy={acting.running === 'send'}
          disabled={isRunning}
          onClick={() => void acting.send()}
        >
          {acting.running === 'send' ? text.editor.asking : text.tab.ask(amount)}
        </Button>
      )}
      <div className="flex flex-wrap gap-2">
        {mayWrite && (
          <Button
            variant="danger"
            className="mr-auto min-h-12 px-2.5!"
            isBusy={acting.running === 'clear'}
            disabled={isRunning}
            onClick={() => setAsking('clear')}
          >
            {text.tab.clear}
          </Button>
        )}
        {may.includes('settle_order') && (
          <Button
            className="min-h-12 px-2.5!"
            isBusy={acting.running === 'settle'}
            disabled={isRunning}
            onClick={() => setAsking('take')}
          >
            {text.tab.take}
          </Button>
        )}
        {mayWrite && (
          <ButtonLink href={`/tabs/${tab.tableId}`} className="min-h-12 px-2.5!">
            {text.tab.change}
          </ButtonLink>
        )}
      </div>
      <Dialog
        isOpen={asking === 'take'}
        onClose={close}
        title={text.tab.takeTitle(amount)}
        actions={settlements.map((how) => (
          <Button
            key={how}
            variant="main"
            size="big"
            className="flex-1"
            onClick={() => {
              close()
              void acting.settle(how)
            }}
          >
            {text.tab.takeWith[how]}
          </Button>
        ))}
      >
        <p>{text.tab.takePlain}</p>
      </Dialog>
      <Dialog
        isOpen={asking === 'clear'}
        onClose={close}
        title={text.tab.clearTitle(amount)}
        actions={
          <>
            <Button size="big" className="flex-1" onClick={close}>
              {text.tab.keepIt}
            </Button>
            <Button
              variant="danger"
              size="big"
              className="flex-1"
              onClick={() => {
                close()
                void acting.clear()
              }}
            >
              {text.tab.clearNow}
            </Button>
          </>
        }
      >
        <p>{text.tab.clearPlain}</p>
      </Dialog>
    </SteadyGroup>
  )
}
