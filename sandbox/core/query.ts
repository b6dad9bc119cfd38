import { invalidParameters } from './errors.ts'

const defaultLimit = 20
const maximalLimit = 200

/** What came beside the body: the query of the URL and the signed parameters of `ext`. */
export interface Parameters {
  query: URLSearchParams
  ext: URLSearchParams
}

export function integerParameter(from: URLSearchParams, name: string): number | undefined {
  const text = from.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d{1,15}$/.test(text)) throw invalidParameters(`Invalid parameter: ${name}`, name)
  return Number(text)
}

/** The words of a comma list; `undefined` when the parameter is absent or empty. */
export function listParameter(
  from: URLSearchParams,
  name: string,
  known: ReadonlySet<string>,
): string[] | undefined {
  const text = from.get(name)
  if (!text) return undefined
  const words = text.split(',')
  if (!words.every((word) => known.has(word))) {
    throw invalidParameters(`Invalid parameter: ${name}`, name)
  }
  return words
}

/** Cuts a page out of `rows` and tells which one, as `_metadata` does. */
export function paged<Row>(rows: readonly Row[], query: URLSearchParams) {
  if (query.has('after') || query.has('before')) {
    throw invalidParameters('Paging is by limit and offset here')
  }
  if (query.has('order_by')) throw invalidParameters('Unsupported order_by value', 'order_by')
  if (query.has('order_direction')) {
    throw invalidParameters('order_direction is unsupported for this method', 'order_direction')
  }
  for (const name of ['limit', 'offset']) {
    if (query.get(name)?.startsWith('-')) {
      throw invalidParameters(`${name} cannot be negative`, name)
    }
  }
  const limit = integerParameter(query, 'limit') ?? defaultLimit
  const offset = integerParameter(query, 'offset') ?? 0
  if (limit > maximalLimit) throw invalidParameters(`limit cannot exceed ${maximalLimit}`, 'limit')
  if (limit === 0) throw invalidParameters('Invalid parameter: limit', 'limit')
  return {
    page: rows.slice(offset, offset + limit),
    metadata: { total: rows.length, offset, limit },
  }
}
