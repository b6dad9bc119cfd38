import { problemCodes } from '#contract/problem.ts'
import type { Problem } from '#contract/problem.ts'
import { isInt, isText, listOf, members, oneOf, optional } from '#components/http/shape.ts'

/** Whether an answer is a problem of Spotboard's own. */
export const isProblem = members<Problem>({
  type: isText,
  title: isText,
  status: isInt,
  code: oneOf(problemCodes),
  detail: optional(isText),
  errors: optional(
    listOf(members<{ path: string; message: string }>({ path: isText, message: isText })),
  ),
  walletCode: optional(isText),
  correlationId: optional(isText),
})
