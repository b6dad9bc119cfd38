import type { Caller } from './callers.ts'
import { notFound } from './errors.ts'
import { View } from './fields.ts'
import { spotOfCode } from './spots.ts'
import { readableTransaction } from './transactions.ts'
import type { World } from './world.ts'

/** What a scanned QR code means: `GET /code`, which real apps ask before anything else. */
export function meaningOf(world: World, caller: Caller, code: string): View {
  const text = unwrapped(code)
  if (text.startsWith('PAYSERA%')) {
    const transaction = readableTransaction(world, caller, text.slice('PAYSERA%'.length))
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

/** `https://paysera.com/app?qr=…` is the same code wrapped for phones without the app. */
export function unwrapped(code: string): string {
  const url = /^https:\/\/(www\.)?paysera\.com\/app\?/.test(code) ? URL.parse(code) : null
  return url?.searchParams.get('qr') ?? code
}

function answer(type: string, parameters: View): View {
  return new View({ type, parameters })
}
