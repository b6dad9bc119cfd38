import 'server-only'
import type { ColumnType, Generated } from 'kysely'

/**
 * The tables, alike on SQLite and PostgreSQL: times are integer milliseconds since 1970, amounts integer minor units,
 * truths 0 or 1, and JSON is text that its reader parses.
 */
export interface Schema {
  meta: { key: string; value: string }
  settings: { key: string; value: string }
  staff: StaffTable
  sessions: SessionTable
  menu_items: MenuItemTable
  spots: SpotTable
  visits: VisitTable
  orders: OrderTable
  order_versions: OrderVersionTable
  order_transactions: OrderTransactionTable
  intents: IntentTable
  goings: GoingTable
  staff_views: { staff_id: string; view: string }
  audit: AuditTable
  wallet_calls: WalletCallTable
}

interface StaffTable {
  id: string
  name: string
  email: string
  password_hash: string
  role: string
  active: number
  created_at: number
}

interface SessionTable {
  id: string
  staff_id: string
  created_at: number
  last_seen_at: number
  expires_at: number
  revoked_at: number | null
  address: string | null
  user_agent: string | null
}

interface MenuItemTable {
  id: string
  title: string
  category: string
  unit_price_minor: number
  position: number
  off_until: number | null
}

export interface SpotTable {
  /** The wallet's spot id. */
  id: number
  location_id: number | null
  identifier: string | null
  title: string | null
  status: string
  /** When the present status was first seen. */
  since: number
  visit_id: string | null
}

interface VisitTable {
  id: string
  spot_id: number
  started_at: number
  ended_at: number | null
  /** What somebody said or did about guests who ended it with something unpaid, and who and when. */
  answer: ColumnType<string | null, string | null | undefined>
  answered_by: ColumnType<string | null, string | null | undefined>
  answered_at: ColumnType<number | null, number | null | undefined>
  /** How often somebody did. */
  answers: Generated<number>
  /** 1 where somebody wants it open, so that it is not closed by itself. */
  stays_open: Generated<number>
}

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

/** Somebody who is on the way to a spot. */
interface GoingTable {
  spot_id: number
  staff_id: string
  name: string
  /** What the spot needed a person for. */
  state: string
  since: number
}

export interface AuditTable {
  sequence: number
  at: number
  actor_id: string | null
  actor_name: string
  session_id: string | null
  address: string | null
  act: string
  subject: string
  outcome: string
  detail: string
  previous_hash: string
  hash: string
}

interface WalletCallTable {
  id: Generated<number>
  at: number
  method: string
  path: string
  status: number | null
  code: string | null
  duration_ms: number
  correlation_id: string | null
}
