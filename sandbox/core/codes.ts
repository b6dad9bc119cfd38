import type { Caller } from './callers.ts'
import { notFound } from './errors.ts'
import { View } from './fields.ts'
import { spotOfCode } from './spots.ts'
import { readableTransaction } from './transactions.ts'
import type { World } from './world.ts'

/** What a scanned QR code means: `GET /code`, which real apps ask before anything else. */
export function meaningOf(world: World, caller: Caller, code: string): View {
  const text = unwrapped(code)
  const key = keyInCode(text)
  if (key !== undefined) {
    const transaction = readableTransaction(world, caller, key)
    return answer('transaction', new View({ transaction_key: transaction.key }))
  }
  const wallet = /^EVP(\d{12})$/.exec(text)
  if (wallet) {
    const beneficiary = new View({ wallet_id: Number(wallet[1]) })
    return answer('prefill', new View({ beneficiary }))
  }
  if (!text.startsWith('PAYSERA*')) throw notFound('Code not recognised')
  return answer('spot', new View({ spot_id: spotOfCode(world, text).id }))
}

/** The transaction that a code stands for; undefined where it stands for something else. */
export function keyInCode(code: string): string | undefined {
  const text = unwrapped(code)
  return text.startsWith('PAYSERA%') ? text.slice('PAYSERA%'.length) : undefined
}

/** `https://paysera.com/app?qr=…` is the same code wrapped for phones without the app. */
export function unwrapped(code: string): string {
  const url = /^https:\/\/(www\.)?paysera\.com\/app\?/.test(code) ? URL.parse(code) : null
  return url?.searchParams.get('qr') ?? code
}

function answer(type: string, parameters: View): View {
  return new View({ type, parameters })
}
