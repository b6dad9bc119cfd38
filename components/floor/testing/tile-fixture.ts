import type { Tile } from '#contract/floor.ts'

/** A tile for tests; what a test does not name is a free table. */
export function tileNamed(name: string, rest: Partial<Tile> & { status?: string } = {}): Tile {
  const { status = 'closed', ...fields } = rest
  return {
    key: name,
    name,
    spot: { id: 7, identifier: name, locationId: 3, status },
    area: null,
    asOf: 0,
    going: null,
    since: 0,
    revision: 0,
    currency: 'EUR',
    unpaidMinor: 0,
    heldMinor: 0,
    heldSince: null,
    heldCount: 0,
    receivedMinor: 0,
    askingSince: null,
    unsettled: 0,
    ...fields,
  }
}
