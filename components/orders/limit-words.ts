import * as z from 'zod/mini'
import type { ProblemError } from '#components/http/problem-error.ts'
import { text } from '#components/text/catalogue.ts'
import { moneyWords } from './money-words.ts'

const AboveLimit = z.object({ limitMinor: z.int(), reducedMinor: z.int(), currency: z.string() })

/** Why a manager has to do it: how much the house lets staff take off one visit, and how much is off already. */
export function limitWords({ body }: ProblemError): string {
  const told = AboveLimit.safeParse(body)
  if (!told.success) return text.problems.manager_required
  const { limitMinor, reducedMinor, currency } = told.data
  return text.less.aboveLimit(
    moneyWords(limitMinor, currency),
    reducedMinor === 0 ? null : moneyWords(reducedMinor, currency),
  )
}
