import { createHash, createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'

/** The merchant's example credentials of the API's documentation. */
const client = { id: 'wkVd93h2uS', key: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU' }
const target = '/rest/v1/transaction'
const created = z.looseObject({ transaction_key: z.string() })

/** A transaction that another program of the same merchant makes at the wallet; answers its key. */
export async function createTransaction(sandboxURL: string, amountMinor: number): Promise<string> {
  const { hostname, port } = new URL(sandboxURL)
  const payment = { description: 'Takeaway', price: amountMinor, currency: 'EUR' }
  const body = JSON.stringify({ payments: [payment] })
  const hash = createHash('sha256').update(body).digest('base64')
  const ext = `body_hash=${encodeURIComponent(hash)}`
  const ts = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const text = [ts, nonce, 'POST', target, hostname, port, ext, ''].join('\n')
  const mac = createHmac('sha256', client.key).update(text).digest('base64')
  const answer = await fetch(`${sandboxURL}${target}`, {
    method: 'POST',
    headers: {
      authorization: `MAC id="${client.id}", ts="${ts}", nonce="${nonce}", mac="${mac}", ext="${ext}"`,
      'content-type': 'application/json',
    },
    body,
  })
  return created.parse(await answer.json()).transaction_key
}
