import type { TileState } from '#contract/floor.ts'
import { Icon } from '#components/ui/icon.tsx'

/** The state of a spot in shape, word and colour; filled where it needs a person. */
export function StatePill({ state, words }: { state: TileState; words: string }) {
  return (
    <span
      data-state={state}
      className="inline-flex min-h-9 items-center gap-2 rounded-full border-[1.5px] border-current px-3 text-lg leading-6 font-semibold text-soft data-[state=asking]:fill-waiting data-[state=held]:fill-held data-[state=gone]:fill-alarm data-[state=open]:text-open data-[state=received]:text-received data-[state=unknown]:text-ink data-[state=waiting]:fill-waiting"
    >
      <Icon name={state} />
      {words}
    </span>
  )
}
