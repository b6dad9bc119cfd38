/** Something that is on or off; `label` says of what, `words` what being on means. */
export function Switch({
  label,
  words,
  isOn,
  disabled = false,
  onSwitch,
}: {
  label: string
  words: string
  isOn: boolean
  disabled?: boolean
  onSwitch: (isOn: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      disabled={disabled}
      onClick={() => onSwitch(!isOn)}
      className="group/switch flex min-h-12 items-center gap-2.5 rounded-xl px-2.5 text-sm text-soft hover:bg-line aria-checked:font-semibold aria-checked:text-ink"
    >
      <span className="flex h-7 w-12 items-center rounded-full border border-edge bg-paper p-0.5 group-aria-checked/switch:justify-end group-aria-checked/switch:bg-ink">
        <span className="size-5.5 rounded-full bg-edge group-aria-checked/switch:bg-paper" />
      </span>
      {words}
    </button>
  )
}
