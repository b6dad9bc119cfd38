import type { Json, JsonObject } from './json.ts'
import type { Settings } from './settings.ts'

export interface Client {
  id: string
  macKey: string
  number: number
  title: string
  projectId: number
}

export interface Project {
  id: number
  title: string
  description: string
  walletId: number
  ownerDisplayName: string
  callbackUri: string | null
}

export interface Location {
  id: number
  projectId: number
  title: string
  description: string
  address: string
  lat: string
  lng: string
  updatedAtS: number
}

/** A person with the Paysera app. */
export interface Guest {
  name: string
  userId: number
  walletId: number
  /** The payments that the guest's phone shows because their own codes were scanned, the newest last. */
  scannedKeys?: string[]
}

export interface Token {
  accessToken: string
  macKey: string
  guest: string
  /** Of the sandbox's clock; the tokens that guests start with never expire. */
  expiresAtMs: number | null
  refreshToken: string | null
}

export interface RefreshToken {
  guest: string
  isSpent: boolean
}

export interface Spot {
  id: number
  locationId: number
  identifier: string
  status: 'closed' | 'waiting' | 'open'
  /** Counts the visits; orders belong to one of them. */
  session: number
  /** The orders of the present session, in the order in which they were made. */
  orderIds: number[]
}

export interface CheckIn {
  party: string
  spotId: number
  session: number
  sinceMs: number
}

export type VisitEnd = 'closed_by_merchant' | 'left' | 'moved'

export interface EndedVisit {
  spotId: number
  orderIds: number[]
  why: VisitEnd
  endedAtMs: number
}

export interface Order {
  id: number
  spotId: number
  session: number
  transactionKey: string
  /** Closed by itself, by an edit of the merchant or with its spot; otherwise the transaction tells the status. */
  isClosed: boolean
}

export interface PaymentItem {
  title: string
  priceMinor: number
  quantity: number
  totalMinor: number
  extra: JsonObject
}

export interface Payment {
  id: number
  priceMinor: number
  currency: string
  description: string | null
  items: PaymentItem[]
  /** Documented fields that the sandbox only hands back. */
  extra: JsonObject
}

export interface TransactionContents {
  projectId: number
  locationId: number | null
  reserve: { for: number } | { until: number }
  useAllowance: boolean
  suggestAllowance: boolean
  autoConfirm: boolean
  /** `false` turns callbacks off, `null` leaves them to the project's address. */
  callbackUri: string | false | null
  payments: Payment[]
  extra: JsonObject
}

export interface Transaction extends TransactionContents {
  key: string
  status: string
  /** Of the clock that the wallet shows, in seconds. */
  createdAtS: number
  confirmedAtS: number | null
  payerWalletId: number | null
  /** When its present state ends by itself, of the sandbox's inner clock. */
  dueAtMs: number | null
  orderIds: number[]
}

export interface CallbackAttempt {
  atMs: number
  /** The HTTP status of the answer, or what went wrong instead. */
  outcome: number | string
}

export interface Callback {
  id: number
  url: string
  type: string
  transactionKey: string
  /** The exact text that is signed. */
  event: string
  attempts: CallbackAttempt[]
  dueAtMs: number | null
  isDelivered: boolean
}

/** What a change touches; each is a table of rows under a text key. */
export interface Rows {
  guests: Guest
  tokens: Token
  refreshTokens: RefreshToken
  spots: Spot
  checkIns: CheckIn
  endedVisits: EndedVisit
  orders: Order
  transactions: Transaction
  callbacks: Callback
}

export type Tables = { [Name in keyof Rows]: Record<string, Rows[Name]> }

/** Everything that the wallet knows: plain JSON, so that a file can hold it. */
export interface WalletState {
  format: 1
  clients: Client[]
  projects: Project[]
  locations: Location[]
  settings: Settings
  /** How far `advance` has moved the clock ahead of the machine's. */
  advancedMs: number
  lastIds: { spot: number; order: number; payment: number; callback: number; guest: number }
  /** No transaction ends by itself before this; `null` while none will. */
  nextDueAtMs: number | null
  tables: Tables
}

const tableNames: (keyof Rows)[] = [
  'guests',
  'tokens',
  'refreshTokens',
  'spots',
  'checkIns',
  'endedVisits',
  'orders',
  'transactions',
  'callbacks',
]

/** Tells a state of this format from anything else that a file may hold; does not look into rows. */
export function isWalletState(value: unknown): value is WalletState {
  if (typeof value !== 'object' || value === null) return false
  if (!('format' in value) || value.format !== 1) return false
  if (!('tables' in value) || typeof value.tables !== 'object' || value.tables === null) {
    return false
  }
  const tables: object = value.tables
  return (
    ['clients', 'projects', 'locations', 'settings', 'advancedMs', 'lastIds', 'nextDueAtMs'].every(
      (key) => key in value,
    ) && tableNames.every((name) => name in tables)
  )
}

export type { Json }
