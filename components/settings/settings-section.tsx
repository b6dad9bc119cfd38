import type { ReactNode } from 'react'

/** What belongs together, and what it is for. */
export function SettingsSection({
  title,
  plain,
  children,
}: {
  title: string
  plain: string
  children: ReactNode
}) {
  return (
    <section className="grid gap-4">
      <div>
        <h2 className="mb-1 text-xl font-bold tracking-tight">{title}</h2>
        <p>{plain}</p>
      </div>
      {children}
    </section>
  )
}
