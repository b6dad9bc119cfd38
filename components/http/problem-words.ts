import { text } from '#components/text/catalogue.ts'
import type { SendCode } from '#components/http/problem-error.ts'

function isCode(code: unknown): code is SendCode {
  return typeof code === 'string' && Object.hasOwn(text.problems, code)
}

/** What a failed call means, in a sentence. `words` says it closer to the act where a code has a special meaning. */
export function problemWords(
  error: unknown,
  words: Partial<Record<SendCode, string>> = {},
): string {
  if (!(error instanceof Error) || !('code' in error) || !isCode(error.code)) {
    return text.problems.internal
  }
  if ('isOffline' in error && error.isOffline === true) return text.offline
  return words[error.code] ?? text.problems[error.code]
}
