import type { Caller } from './callers.ts'
import type { Json } from './json.ts'
import type { Parameters } from './query.ts'

/** One call of the API, after its signature was checked. `caller` is `null` when it has none. */
export interface Call extends Parameters {
  caller: Caller | null
  method: string
  /** Without the query. */
  path: string
  /** Parsed JSON, or `undefined` for an empty body. */
  body: Json | undefined
  /** The body of a form, for the OAuth calls. */
  form: URLSearchParams
}

export interface SignedCall extends Call {
  caller: Caller
}

/** `body` is `undefined` for an answer without content. */
export interface Answer {
  status: number
  body: Json | undefined
}
