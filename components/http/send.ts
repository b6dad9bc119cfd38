import { ACCOUNT_HEADER } from '#contract/account-header.ts'
import { accountOfPage } from '#components/http/account.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { isProblem } from '#components/http/read-problem.ts'

export interface Schema<T> {
  parse(value: unknown): T
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Sent as it is, instead of a body, under its own type. */
  file?: Blob
  /** One per intent; the same on every try of it. */
  idempotencyKey?: string
  /** The version that the change was made on (`If-Match`). */
  version?: number
  /** A tag from an earlier answer: 304 when nothing changed (`If-None-Match`). */
  etag?: string | null
  /** The whole call, answer included. A write outlasts the wallet's own deadline (15 s by default). */
  timeoutMs?: number
}

export interface Answer {
  status: number
  etag: string | null
  body: unknown
}

function headersOf({ body, file, idempotencyKey, version, etag }: Call): Headers {
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (file) headers.set('content-type', file.type)
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  if (etag) headers.set('if-none-match', etag)
  const account = accountOfPage()
  if (account !== '') headers.set(ACCOUNT_HEADER, account)
  return headers
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

/** One call to the BFF. Throws a `ProblemError` for everything that is neither a success nor a 304. */
export async function exchange(address: string, call: Call = {}): Promise<Answer> {
  const isOffline = !navigator.onLine
  let response: Response
  let raw: string
  try {
    response = await fetch(address, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
      // The answer of a conditional call is ours to judge, so the browser's own cache stays out of it.
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(call.timeoutMs ?? 30_000),
    })
    raw = await response.text()
  } catch (cause) {
    throw new ProblemError('no_answer', { cause, isOffline })
  }
  if (response.status === 304) return { status: 304, etag: call.etag ?? null, body: undefined }

  const { status } = response
  const body = parseJson(raw)
  if (response.ok) return { status, etag: response.headers.get('etag'), body }

  if (isProblem(body)) throw new ProblemError(body.code, { problem: body, body })
  // A proxy's own 502 or 504: nobody knows whether Spotboard got the request.
  throw new ProblemError(status >= 500 ? 'no_answer' : 'unreadable', { body })
}

/** Reads an answer with the contract's schema, so that nothing unforeseen gets further than this. */
export function read<T>(schema: Schema<T>, body: unknown): T {
  try {
    return schema.parse(body)
  } catch (cause) {
    throw new ProblemError('unreadable', { body, cause })
  }
}

export async function send<T>(address: string, schema: Schema<T>, call: Call = {}): Promise<T> {
  const { body } = await exchange(address, call)
  return read(schema, body)
}
