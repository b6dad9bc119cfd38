'use client'

import { useAge } from '#components/clock/use-clock.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

/** The draft is from before: it may be continued, or belong to guests who have left. */
export function KeptNotice({
  foundAt,
  onStartAfresh,
}: {
  foundAt: number
  onStartAfresh: () => void
}) {
  const age = useAge(foundAt)
  return (
    <output className="mx-3.5 mb-2 flex items-center justify-between gap-3 rounded-xl border border-dashed border-edge py-1.5 pr-1.5 pl-4 leading-snug tablet:mx-5">
      <span>{text.editor.kept(age ?? '')}</span>
      <Button className="flex-none" onClick={onStartAfresh}>
        {text.editor.startAfresh}
      </Button>
    </output>
  )
}
