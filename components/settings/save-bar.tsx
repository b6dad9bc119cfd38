import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { useSaveSettings } from './use-save-settings.ts'

/** What came of saving, and the button for it. */
export function SaveBar({
  saving: { isSaving, isSaved, error },
  words = text.settings.save,
  savedWords,
  isAsSaved,
}: {
  saving: ReturnType<typeof useSaveSettings>
  words?: string
  savedWords: string
  /** What stands in the form is what was saved. */
  isAsSaved: boolean
}) {
  return (
    <>
      {error && (
        <Notice role="alert">
          {aftermathOf(error) === 'unanswered'
            ? text.settings.noAnswer
            : `${text.settings.notSaved} ${problemWords(error)}`}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" size="big" isBusy={isSaving}>
          {isSaving ? text.settings.saving : words}
        </Button>
        <output className="font-semibold">{isSaved && isAsSaved && savedWords}</output>
      </div>
    </>
  )
}
