import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** A reason in one tap, or in the person's own words. */
export function ReasonField({
  reason,
  usual = text.order.reasons,
  onChange,
}: {
  reason: string
  /** Reasons that are given often. */
  usual?: readonly string[]
  onChange: (reason: string) => void
}) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {usual.map((one) => (
          <Button key={one} aria-pressed={reason === one} onClick={() => onChange(one)}>
            {one}
          </Button>
        ))}
      </div>
      <TextField
        label={text.order.reason}
        hint={text.order.reasonHint}
        value={reason}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
