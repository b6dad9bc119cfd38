import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { SavingMenu } from './use-save-menu.ts'

/** How much is not saved yet, and what came of the last saving. */
export function MenuSaveBar({
  changes,
  saving,
  onSave,
  onDiscard,
}: {
  changes: number
  saving: SavingMenu
  onSave: () => void
  onDiscard: () => void
}) {
  const { isSaving, isSaved, error } = saving
  if (changes === 0 && !isSaved && !error) return null
  return (
    <div className="border-t border-line bg-card px-4 py-3">
      {error && (
        <Notice role="alert" className="mx-auto mb-3 max-w-3xl">
          {aftermathOf(error) === 'unanswered'
            ? text.menu.noAnswer
            : `${text.menu.notSaved} ${problemWords(error)}`}
        </Notice>
      )}
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-end gap-3">
        <output className="mr-auto font-semibold">
          {changes > 0 ? text.menu.changes(changes) : isSaved && text.menu.saved}
        </output>
        {changes > 0 && (
          <>
            <Button className="min-h-12" disabled={isSaving} onClick={onDiscard}>
              {text.menu.discard}
            </Button>
            <Button variant="main" className="min-h-12" isBusy={isSaving} onClick={onSave}>
              {isSaving ? text.menu.saving : text.menu.save}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
