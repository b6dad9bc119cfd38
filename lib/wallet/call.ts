import 'server-only'
import type { Answer } from './answer.ts'
import type { WalletErrorCode } from './errors.ts'

export type CallMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** Whether a person waits for it. */
export type CallPriority = 'person' | 'poll'

export interface WalletConfig {
  /** Base without `/rest/v1`. */
  apiUrl: string
  clientId: string
  macKey: string
  /** What goes into the signature, when it is not the URL's own. */
  signHost?: string | undefined
  signPort?: number | undefined
  projectId?: number | undefined
  /** For a whole call: all its tries, bodies included, but not the wait at the gate before the first. */
  timeoutMs: number
  userAgent?: string | undefined
}

export interface AnnouncedCall {
  method: CallMethod
  /** Such as `/spot/:id/close`; never with an id or key in it. */
  pathTemplate: string
  priority: CallPriority
  signal?: AbortSignal | undefined
}

export interface CallRecord {
  method: CallMethod
  pathTemplate: string
  priority: CallPriority
  startedAt: number
  durationMs: number
  status?: number | undefined
  /** Absent for a success. */
  code?: WalletErrorCode | undefined
  walletCode?: string | undefined
  correlationId?: string | undefined
  /** How long the wallet asks us to wait. */
  retryAfterMs?: number | undefined
  attempt: number
}

export interface WalletHooks {
  /** The budget's gate, awaited before each try. When it throws, the try is not made. */
  beforeCall?: ((call: AnnouncedCall) => Promise<void>) | undefined
  afterCall?: ((record: CallRecord) => void) | undefined
  now?: (() => number) | undefined
  /** Gets no secrets and no personal data; must not throw. */
  log?: ((event: string, details: Record<string, string | number>) => void) | undefined
}

export interface CallOptions {
  /** `person` unless said otherwise. */
  priority?: CallPriority | undefined
  signal?: AbortSignal | undefined
}

export interface WalletCall<T> {
  method: CallMethod
  pathTemplate: string
  /** Everything before the query, with `/rest/v1`. */
  path: string
  query?: URLSearchParams | undefined
  body?: object | undefined
  /** The location that the call is for, which the signature carries. */
  locationId?: number | undefined
  isUnsigned?: boolean
  /** Throws when the answer is not one to this call. */
  read: (answer: Answer) => T
}

export type PerformCall = <T>(call: WalletCall<T>, options: CallOptions | undefined) => Promise<T>
