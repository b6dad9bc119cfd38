import 'server-only'
import type { ServerResponse } from 'node:http'
import type { ProblemError } from '#lib/runtime/problem.ts'
import { withStandingHeaders } from './answer.ts'
import { problemResponse } from './problem-response.ts'

/** Answers in front of Next, in the words that routes use. */
export async function refuse(
  response: ServerResponse,
  problem: ProblemError,
  { origin = null, ...headers }: { origin?: string | null; allow?: string } = {},
): Promise<void> {
  const answer = withStandingHeaders(problemResponse(problem, headers), origin)
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}
