import 'server-only'
import type { WalletPage } from '#lib/wallet/answer.ts'

/** The most that the wallet lists at once. */
export const LIMIT = 200
/** Pages overlap by so many entries, or by a quarter of a page where the wallet's pages are smaller. */
const OVERLAP = 20
/** After so many gaps the list moves faster than it can be read, and what was read has to do. */
const MOST_GAPS = 5

/**
 * Reads a list to its end, each entry once. Entries come and go while it is read, which moves the others between the
 * pages; a page that shares no entry with those before may have skipped some, so it is read again from further ahead.
 * Where the wallet states no total, a page that is not full is the last one.
 */
export async function allPages<Item>(
  read: (page: { limit: number; offset: number }) => Promise<WalletPage<Item>>,
  keyOf: (item: Item) => number | string,
): Promise<Item[]> {
  const found = new Map<number | string, Item>()
  let gaps = 0
  for (let offset = 0; ;) {
    const { items, total } = await read({ limit: LIMIT, offset })
    const isGap = offset > 0 && !items.some((item) => found.has(keyOf(item)))
    if (isGap && gaps < MOST_GAPS) {
      gaps += 1
      offset = Math.max(0, offset - LIMIT / 2)
      continue
    }
    for (const item of items) found.set(keyOf(item), item)
    const end = offset + items.length
    if (items.length === 0 || (total === undefined ? items.length < LIMIT : end >= total)) {
      return [...found.values()]
    }
    offset = end - Math.min(OVERLAP, Math.floor(items.length / 4))
  }
}
