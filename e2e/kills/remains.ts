import * as z from 'zod'
import type { WalletState } from '../http/wallet-state.ts'
import type { Remains } from './oracle.ts'

const Rows = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      spot_id: z.int(),
      status: z.string(),
      closed_as: z.nullable(z.string()),
      settled_with: z.nullable(z.string()),
      version: z.int(),
      transaction_key: z.nullable(z.string()),
    }),
  ),
  intents: z.array(
    z.object({ id: z.string(), state: z.string(), order_id: z.nullable(z.string()) }),
  ),
  audit: z.array(
    z.object({
      sequence: z.int(),
      at: z.int(),
      actor_id: z.nullable(z.string()),
      actor_name: z.string(),
      session_id: z.nullable(z.string()),
      address: z.nullable(z.string()),
      act: z.string(),
      subject: z.string(),
      outcome: z.string(),
      detail: z.string(),
      previous_hash: z.string(),
      hash: z.string(),
    }),
  ),
})

export function remainsOf(tables: Record<string, unknown[]>, wallet: WalletState): Remains {
  const { orders, intents, audit } = Rows.parse(tables)
  const trail = audit.toSorted((one, other) => one.sequence - other.sequence)
  return { wallet, orders, intents, trail }
}
