import { useId } from 'react'
import type { ComponentProps } from 'react'

/** A labelled input; its hint or error is read out with it. */
export function TextField({
  label,
  hint,
  error,
  className = '',
  ...input
}: ComponentProps<'input'> & { label: string; hint?: string; error?: string }) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="min-h-12 w-full rounded-xl border border-edge bg-card px-3.5 text-lg aria-invalid:border-alarm-ink"
      />
      {note && (
        <p
          id={`${id}-note`}
          data-error={error ? true : undefined}
          className="text-sm text-soft data-error:font-semibold data-error:text-alarm-ink"
        >
          {note}
        </p>
      )}
    </div>
  )
}
