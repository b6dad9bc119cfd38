import 'server-only'

export interface OrderTable {
  id: string
  spot_id: number
  visit_id: string
  version: number
  status: string
  closed_as: string | null
  settled_with: string | null
  wallet_order_id: number | null
  /** The key that the guest can pay now, or paid. */
  transaction_key: string | null
  verdict: string | null
  created_by: string
  created_at: number
  reserved_at: number | null
  confirmed_at: number | null
  /** What happened without the staff, who have to be told. */
  notice: string | null
  part_number: number | null
  part_count: number | null
  /** The parts around it, as JSON, where a part was split once more. */
  part_within: string | null
  /** The order that this one was split off or moved from. */
  from_order: string | null
  /** When it was written down that it came to an end unpaid, or paid otherwise. */
  closed_at: number | null
  settled_at: number | null
  settled_by: string | null
  /** The fingerprint of the held payment as it was judged last. */
  judged: string | null
  /** What the guest's payment holds or held; null where the wallet does not say it clearly. */
  held_minor: number | null
  held_currency: string | null
  /** When the wallet gives the held money back by itself. */
  held_until: number | null
  /** What was taken of it. */
  taken_minor: number | null
  /** When the order came to its end, paid or not, and who decided that. */
  decided_at: number | null
  decided_by: string | null
}

/** What an order asked for in each of its versions. */
export interface OrderVersionTable {
  order_id: string
  version: number
  lines: string
  note: string | null
  discount_minor: number
  total_minor: number
  currency: string
  created_by: string
  created_at: number
  reason: string | null
}

/** Every transaction that was ever made for an order, so that none is left hanging (law 4). */
export interface OrderTransactionTable {
  /** Our own name for it, which the wallet keeps in the payment's parameters. */
  reference: string
  order_id: string
  version: number
  transaction_key: string | null
  amount_minor: number
  currency: string
  /** The wallet's last known word; `creating` until it has answered. */
  status: string
  created_at: number
  /** The wallet's own clock at creation, in seconds. */
  wallet_created_at: number | null
}

/** What somebody asked for, written before anything is called, with the step that it has reached. */
export interface IntentTable {
  id: string
  act: string
  spot_id: number
  order_id: string | null
  body_hash: string
  body: string
  state: string
  step: string
  problem: string | null
  actor: string
  created_at: number
  updated_at: number
  /** It begins once that intent has ended in `after_outcome`, and is dropped if that ends otherwise. */
  after_intent: string | null
  after_outcome: string | null
  /** It does not begin before this time, and can be taken back until then. */
  not_before: number | null
  /** Since when somebody wants it; an order that waits too long asks again. */
  asked_at: number
  /** 1 once the wallet's answer to one of its calls was lost. */
  was_unknown: number
}

/** Money that somebody gave back for a confirmed order, by their own word. */
export interface MoneyBackTable {
  /** Minted by the device, so that one giving back is recorded once. */
  id: string
  order_id: string
  amount_minor: number
  how: string
  reason: string
  given_by: string
  given_at: number
}

/** What a guest was asked less than before, or than the lines say. */
export interface ReductionTable {
  id: string
  /** The act that it is part of; it counts unless that fails or is taken back. */
  intent_id: string | null
  order_id: string
  visit_id: string
  kind: string
  amount_minor: number
  reason: string | null
  made_by: string
  made_at: number
}
