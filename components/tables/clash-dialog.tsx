import type { ReactNode } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Somebody else was quicker: what is saved, what this person was saving, and the choice. */
export function ClashDialog({
  isOpen,
  titles,
  theirs,
  mine,
  isBusy,
  onKeepTheirs,
  onSaveMine,
}: {
  isOpen: boolean
  titles: { theirs: string; mine: string }
  theirs: ReactNode
  mine: ReactNode
  isBusy: boolean
  onKeepTheirs: () => void
  onSaveMine: () => void
}) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onKeepTheirs}
      title={text.tables.conflictTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onKeepTheirs}>
            {text.tables.keepTheirs}
          </Button>
          <Button variant="main" size="big" className="flex-1" isBusy={isBusy} onClick={onSaveMine}>
            {text.tables.saveMine}
          </Button>
        </>
      }
    >
      <section aria-label={titles.theirs}>
        <h3 className="font-semibold">{titles.theirs}</h3>
        <div className="mt-1 [overflow-wrap:anywhere]">{theirs}</div>
      </section>
      <section aria-label={titles.mine} className="mt-3">
        <h3 className="font-semibold">{titles.mine}</h3>
        <div className="mt-1 [overflow-wrap:anywhere]">{mine}</div>
      </section>
    </Dialog>
  )
}
