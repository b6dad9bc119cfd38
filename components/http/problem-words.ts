import { text } from '#components/text/catalogue.ts'
import { knownProblem } from '#components/http/problem-error.ts'
import type { SendCode } from '#components/http/problem-error.ts'

/** What a failed call means, in a sentence. `words` says it closer to the act where a code has a special meaning. */
export function problemWords(
  error: unknown,
  words: Partial<Record<SendCode, string>> = {},
): string {
  const { code, isOffline } = knownProblem(error)
  if (isOffline) return text.offline
  return words[code] ?? text.problems[code]
}
