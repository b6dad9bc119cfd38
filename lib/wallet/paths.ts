import 'server-only'

/**
 * Pieces of a request target. What does not look like an id or key of the wallet never gets into
 * one: it is a mistake of ours, so a plain Error is thrown and no call is made.
 */

export function idSegment(id: number): string {
  if (!Number.isSafeInteger(id) || id <= 0) throw new Error('This is not an id of the wallet.')
  return String(id)
}

export function keySegment(key: string): string {
  if (!/^[A-Za-z0-9]{1,128}$/.test(key)) throw new Error('This is not a transaction key.')
  return key
}

export interface PageRequest {
  /** 1 to 200; more than that the wallet refuses. */
  limit: number
  offset: number
}

export function pageQuery({ limit, offset }: PageRequest): [string, string][] {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 200) {
    throw new Error('A page holds 1 to 200 entries.')
  }
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Error('A page starts at 0 or later.')
  return [
    ['limit', String(limit)],
    ['offset', String(offset)],
  ]
}

/** What stands in a query when there is a value for it. */
export function optionalQuery(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]]
}
