import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ReasonField } from '../reason-field.tsx'

/** The guest was already asked for more, so the trail wants to know why (law 10). */
export function ReasonDialog({
  isOpen,
  reason,
  onChange,
  onClose,
  onGiven,
}: {
  isOpen: boolean
  reason: string
  onChange: (reason: string) => void
  onClose: () => void
  onGiven: () => void
}) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.editor.reasonTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.editor.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            disabled={reason.trim() === ''}
            onClick={onGiven}
          >
            {text.editor.reasonGiven}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.editor.reasonPlain}</p>
      <ReasonField reason={reason} onChange={onChange} />
    </Dialog>
  )
}
