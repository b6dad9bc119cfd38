import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** A reason in one tap, or in the person's own words. */
export function ReasonField({
  reason,
  onChange,
}: {
  reason: string
  onChange: (reason: string) => void
}) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {text.order.reasons.map((usual) => (
          <Button key={usual} aria-pressed={reason === usual} onClick={() => onChange(usual)}>
            {usual}
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
