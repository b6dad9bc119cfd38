import type { Menu } from '#contract/menu.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { menuDifferences } from './menu-diff.ts'
import type { MenuDifference } from './menu-diff.ts'
import { differenceWords } from './menu-difference-words.ts'

/** Somebody else was quicker: what they changed, what this person changed, and the choice. */
export function MenuConflict({
  present,
  base,
  mine,
  onKeepBoth,
  onKeepTheirs,
  onChosen,
}: {
  /** What is saved now; null where there is no conflict. */
  present: Menu | null
  /** What both started from. */
  base: Menu
  mine: readonly MenuDifference[]
  onKeepBoth: (present: Menu) => void
  onKeepTheirs: (present: Menu) => void
  onChosen: () => void
}) {
  const choose = (act: (present: Menu) => void) => () => {
    if (present) act(present)
    onChosen()
  }
  return (
    <Dialog
      isOpen={present !== null}
      onClose={choose(onKeepBoth)}
      title={text.menu.conflictTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={choose(onKeepTheirs)}>
            {text.menu.keepTheirs}
          </Button>
          <Button variant="main" size="big" className="flex-1" onClick={choose(onKeepBoth)}>
            {text.menu.keepBoth}
          </Button>
        </>
      }
    >
      <Changes
        title={text.menu.conflictTheirs}
        differences={present ? menuDifferences(base.items, present.items) : []}
        currency={base.currency}
      />
      <Changes title={text.menu.conflictMine} differences={mine} currency={base.currency} />
    </Dialog>
  )
}

function Changes({
  title,
  differences,
  currency,
}: {
  title: string
  differences: readonly MenuDifference[]
  currency: string
}) {
  return (
    <section className="mt-3">
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 list-disc pl-5 [overflow-wrap:anywhere]">
        {differences
          .flatMap((difference) => differenceWords(difference, currency))
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
    </section>
  )
}
