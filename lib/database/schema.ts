import 'server-only'
import type { ColumnType, Generated } from 'kysely'
import type { CounterPlaceTable, DifferenceTable } from './counter-schema.ts'
import type {
  IntentTable,
  MoneyBackTable,
  OrderTable,
  OrderTransactionTable,
  OrderVersionTable,
  ReductionTable,
} from './order-tables.ts'
import type {
  NobodyHereTable,
  StrangerTable,
  TableIdentifierTable,
  TableTable,
  TabTable,
} from './table-tables.ts'

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
  tables: TableTable
  table_identifiers: TableIdentifierTable
  tabs: TabTable
  nobody_here: NobodyHereTable
  strangers: StrangerTable
  spots: SpotTable
  visits: VisitTable
  orders: OrderTable
  order_versions: OrderVersionTable
  order_transactions: OrderTransactionTable
  intents: IntentTable
  goings: GoingTable
  counter_places: CounterPlaceTable
  differences: DifferenceTable
  money_back: MoneyBackTable
  reductions: ReductionTable
  days: DayTable
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
  /** In hundredths of a per cent. */
  vat_rate: number | null
}

export interface SpotTable {
  /** The wallet's spot id; below 0 the book's own id of a place at the counter. */
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
  /** When its guests were first asked to pay. */
  first_order_at: number | null
  /** What somebody said or did about guests who ended it with something unpaid, and who and when. */
  answer: ColumnType<string | null, string | null | undefined>
  answered_by: ColumnType<string | null, string | null | undefined>
  answered_at: ColumnType<number | null, number | null | undefined>
  /** How often somebody did. */
  answers: Generated<number>
  /** 1 where somebody wants it open, so that it is not closed by itself. */
  stays_open: Generated<number>
}

/** A business day that was closed, with its figures as they were then. */
interface DayTable {
  date: string
  from_at: number
  until_at: number
  closed_at: number
  closed_by: string
  report: string
  left_open: string
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
