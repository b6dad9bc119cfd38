import { useId } from 'react'
import type { ComponentProps } from 'react'

/** A labelled choice out of many, on the system's own list. */
export function SelectField({
  label,
  className = '',
  children,
  ...select
}: ComponentProps<'select'> & { label: string }) {
  const id = useId()
  return (
    <div className={`grid content-start gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        {...select}
        id={id}
        className="min-h-12 w-full rounded-xl border border-edge bg-card px-3 text-lg text-ink"
      >
        {children}
      </select>
    </div>
  )
}
