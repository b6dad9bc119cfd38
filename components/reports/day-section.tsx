import { useId } from 'react'
import type { ReactNode } from 'react'

/** One part of the report under its heading. */
export function DaySection({
  title,
  plain,
  children,
}: {
  title: string
  plain?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-card p-4 tablet:p-5">
      <h2 id={id} className="mb-2 text-xl font-bold tracking-tight">
        {title}
      </h2>
      {plain && <p className="mb-3 text-soft">{plain}</p>}
      {children}
    </section>
  )
}
