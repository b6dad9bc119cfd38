import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { aftermathOf } from '#components/orders/intent.ts'
import { limitWords } from '#components/orders/limit-words.ts'
import { presentOrder } from '#components/orders/use-order-act.ts'
import { text } from '#components/text/catalogue.ts'

const OUTDATED = 412

/** Why a tab was not sent, settled or cleared, and where its lines are now. */
export function tabTrouble(error: ProblemError): string {
  if (!error.isOffline && aftermathOf(error) === 'unanswered') return text.tab.noAnswer
  if (error.problem?.status === OUTDATED) return text.tab.changed
  if (error.code === 'wallet_refused' || presentOrder(error)) return text.tab.backOnTab
  const words = problemWords(error, {
    conflict: text.tab.nobodyThere,
    manager_required: limitWords(error),
  })
  return error.code === 'conflict' ? words : `${text.tab.notDone} ${words}`
}
