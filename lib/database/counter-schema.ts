import 'server-only'

/** Which intent a place at the counter was made for, so that asking once more makes no other. */
export interface CounterPlaceTable {
  spot_id: number
  intent_id: string
  given_name: string | null
  /** What it is called without a name. */
  number: number
}

/** Something that the wallet and the book say differently of one transaction. */
export interface DifferenceTable {
  id: string
  kind: string
  transaction_key: string
  order_id: string | null
  /** What either side says of it, as JSON. */
  booked: string
  found: string
  first_seen_at: number
  last_seen_at: number
  /** `open`, `gone`, `adopted` or `explained`. */
  state: string
  reason: string | null
  settled_by: string | null
  settled_at: number | null
}
