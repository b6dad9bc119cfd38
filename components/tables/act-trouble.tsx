import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'

/** Why an act on the register was not saved, or that this is not known. */
export function ActTrouble({ error, className }: { error: ProblemError; className?: string }) {
  return (
    <Notice role="alert" {...(className !== undefined && { className })}>
      {aftermathOf(error) === 'unanswered'
        ? text.tables.noAnswer
        : `${text.tables.notSaved} ${problemWords(error)}`}
    </Notice>
  )
}
