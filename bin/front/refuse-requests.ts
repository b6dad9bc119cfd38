import type { ServerResponse } from 'node:http'
import { withStandingHeaders } from '#lib/http/answer.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import type { ProblemError } from '#lib/runtime/problem.ts'

/** Answers in front of Next, in the words that routes use. */
export async function refuse(
  response: ServerResponse,
  problem: ProblemError,
  headers: Record<string, string> = {},
): Promise<void> {
  const answer = withStandingHeaders(problemResponse(problem, headers), null)
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}
