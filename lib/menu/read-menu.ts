import 'server-only'
import type { Transaction } from 'kysely'
import type { Menu } from '#contract/menu.ts'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'

/** The setting that counts how often the menu was saved; a menu that nobody has saved has version 0. */
export const MENU_VERSION = 'menu_version'

/** The menu as it is now: an item is back once the business day that it was off for has ended. */
export async function readMenu(db: Database | Transaction<Schema>): Promise<Menu> {
  const version = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', MENU_VERSION)
    .executeTakeFirst()
  const rows = await db.selectFrom('menu_items').selectAll().orderBy('position').execute()
  return {
    version: Number(version?.value ?? 0),
    currency: HOUSE_CURRENCY,
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      category: row.category,
      unitPriceMinor: row.unit_price_minor,
      offToday: row.off_until !== null && row.off_until > now(),
      ...(row.vat_rate === null ? {} : { vatRate: row.vat_rate }),
    })),
  }
}
