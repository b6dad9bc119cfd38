import { Icon } from '#components/ui/icon.tsx'

const step =
  'grid size-12 flex-none place-items-center active:bg-line disabled:cursor-not-allowed disabled:text-edge'

/** A number between two bounds, counted by thumb or typed. While one types it may be below the least. */
export function Stepper({
  value,
  least,
  most,
  words,
  disabled = false,
  onChange,
}: {
  value: number
  least: number
  most: number
  words: { value: string; less: string; more: string }
  disabled?: boolean
  onChange: (value: number) => void
}) {
  return (
    <span className="flex flex-none items-center overflow-hidden rounded-2xl border border-edge">
      <button
        type="button"
        aria-label={words.less}
        disabled={disabled || value <= least}
        onClick={() => onChange(value - 1)}
        className={step}
      >
        <Icon name="minus" className="size-5" />
      </button>
      <input
        aria-label={words.value}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        disabled={disabled}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(Math.min(most, wholeNumber(event.target.value)))}
        className="figures min-h-12 w-9 bg-transparent text-center text-lg font-bold"
      />
      <button
        type="button"
        aria-label={words.more}
        disabled={disabled || value >= most}
        onClick={() => onChange(Math.max(least, value + 1))}
        className={step}
      >
        <Icon name="plus" className="size-5" />
      </button>
    </span>
  )
}

function wholeNumber(typed: string): number {
  return Number(typed.replaceAll(/\D/g, '').slice(0, 3))
}
