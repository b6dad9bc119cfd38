import 'server-only'
import type { Tab } from '#contract/tab.ts'
import { answer } from './answer.ts'

/** A tab with the version that its next change has to name. */
export function tabAnswer(tab: Tab): Response {
  return answer(200, tab, { etag: `"${tab.version}"` })
}
