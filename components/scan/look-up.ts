import { config } from 'zod/mini'
import { address } from '#contract/address.ts'
import { Scanned } from '#contract/scan.ts'
import { visibleText } from '#contract/text.ts'
import { send } from '#components/http/send.ts'

// Without this zod tries `new Function`, which the Content-Security-Policy refuses with a line in the console.
config({ jitless: true })

/** Characters that no call may carry, since they could not be stored; no code of ours has any of them. */
const UNSENDABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u
const SHOWN_CHARACTERS = 200

/** Where a code leads. Throws a `ProblemError`. */
export async function lookUp(code: string): Promise<Scanned> {
  if (UNSENDABLE.test(code)) return { kind: 'other', name: visibleText(code, SHOWN_CHARACTERS) }
  return send(address.scan, Scanned, { method: 'POST', body: { code }, timeoutMs: 15_000 })
}
