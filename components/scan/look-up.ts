import { config } from 'zod/mini'
import { address } from '#contract/address.ts'
import { Scanned } from '#contract/scan.ts'
import { send } from '#components/http/send.ts'

// Without this zod tries `new Function`, which the Content-Security-Policy refuses with a line in the console.
config({ jitless: true })

/** Where a code leads. Throws a `ProblemError`. */
export function lookUp(code: string): Promise<Scanned> {
  return send(address.scan, Scanned, { method: 'POST', body: { code }, timeoutMs: 15_000 })
}
