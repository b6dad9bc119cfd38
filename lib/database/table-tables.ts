import 'server-only'

/** What the merchant says which tables exist. */
export interface TableTable {
  id: string
  location_id: number
  identifier: string
  /** What the identifier is compared by. */
  match_key: string
  name: string
  area: string | null
  seats: number | null
  /** Counts upwards in the order on screen; gaps mean nothing. */
  position: number
  state: string
  version: number
  created_at: number
  checked_at: number | null
  checked_by: string | null
}

/** Which table last had an identifier, its present one included. */
export interface TableIdentifierTable {
  location_id: number
  match_key: string
  table_id: string
  identifier: string
  since: number
}

/** Lines kept on a table that nobody was asked to pay yet. */
export interface TabTable {
  table_id: string
  lines: string
  note: string | null
  discount_minor: number
  total_minor: number
  version: number
  changed_at: number
  changed_by: string
}

/** Each time that somebody found nobody at a table where a guest seemed to wait. */
export interface NobodyHereTable {
  id: string
  table_id: string
  spot_id: number
  visit_id: string
  at: number
  said_by: string
}

/** A spot whose code is in no register, and how often it came back. */
export interface StrangerTable {
  spot_id: number
  first_seen_at: number
  last_seen_at: number
  visits: number
  closed: number
}
