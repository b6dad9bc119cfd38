import 'server-only'
import { verify } from 'node:crypto'
import { z } from 'zod'
import { parse, transactionKey } from './answer.ts'

/** An event as the text that was signed, and the signature in base64. */
export type SignedEvent = z.output<typeof SignedEvent>
const SignedEvent = z.object({ event: z.string(), sign: z.string() })

/**
 * What the wallet calls back with: a signed event, or only the key of a transaction, which anybody may have written.
 * Both come with other fields, which are not believed.
 */
export const WalletCallback = z.union([SignedEvent, z.object({ transaction_key: transactionKey })])
export type WalletCallback = z.output<typeof WalletCallback>

const aboutSomething = z.looseObject({ object: z.string() })
const aboutTransaction = z.looseObject({ data: z.looseObject({ transaction_key: transactionKey }) })

/**
 * Whether the wallet has signed the event: RSA PKCS#1 v1.5 with SHA-256 over its text as it was sent. To read the text
 * and write it anew would break the signature, since PHP escapes slashes.
 */
export function isSignedWith(publicKeyPem: string, { event, sign }: SignedEvent): boolean {
  try {
    return verify('RSA-SHA256', Buffer.from(event), publicKeyPem, Buffer.from(sign, 'base64'))
  } catch {
    // A key that cannot be used has signed nothing.
    return false
  }
}

/** The key of the transaction that an event is about, or undefined where it is about something else; throws on nonsense. */
export function transactionOfEvent(event: string): string | undefined {
  const json: unknown = JSON.parse(event)
  if (parse(aboutSomething, json).object !== 'transaction') return undefined
  return parse(aboutTransaction, json).data.transaction_key
}
