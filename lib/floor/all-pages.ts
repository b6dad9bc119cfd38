import 'server-only'
import type { WalletPage } from '#lib/wallet/answer.ts'

/** The most that the wallet lists at once. */
const LIMIT = 200

/** Reads a list to its end. Where the wallet states no total, a page that is not full is the last one. */
export async function allPages<Item>(
  read: (page: { limit: number; offset: number }) => Promise<WalletPage<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  for (;;) {
    const page = await read({ limit: LIMIT, offset: items.length })
    items.push(...page.items)
    const total = page.total ?? (page.items.length < LIMIT ? items.length : Infinity)
    if (page.items.length === 0 || items.length >= total) return items
  }
}
