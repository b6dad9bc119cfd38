import type { Unregistered } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { draftFrom } from './take-over.ts'

/** What a register is for, and the shortest way to one. */
export function EmptyRegister({
  unregistered,
  onTakeOver,
}: {
  unregistered: Unregistered
  onTakeOver: () => void
}) {
  const count = unregistered.spots.filter((spot) => draftFrom(spot) !== null).length
  return (
    <section className="grid gap-2 pt-6">
      <h2 className="text-xl font-bold tracking-tight">{text.tables.emptyTitle}</h2>
      <p>
        {text.tables.empty} {text.tables.emptyCodes}
      </p>
      <p>{text.tables.emptyStrangers}</p>
      {count > 0 && (
        <>
          <Button
            variant="main"
            size="big"
            className="mt-3 justify-self-start"
            onClick={onTakeOver}
          >
            {text.tables.takeOverAll(count)}
          </Button>
          <p className="mt-3 text-soft">{text.tables.orAdd}</p>
        </>
      )}
    </section>
  )
}
