import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import type { Menu, MenuEdit, MenuItem } from '#contract/menu.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { MENU_VERSION, readMenu } from './read-menu.ts'
import { changesBetween } from './changes.ts'

/** Puts a whole menu in the place of the version that it was made from, and answers it. */
export async function saveMenu(
  db: Database,
  actor: Actor,
  edit: MenuEdit,
  expectedVersion: number,
): Promise<Menu> {
  return db.transaction().execute(async (trx) => {
    if (!(await countUp(trx, expectedVersion))) {
      throw problem('conflict', {
        detail: 'Somebody else has saved the menu in the meantime.',
        members: { menu: await readMenu(trx), isOutdated: true },
      })
    }
    const before = (await readMenu(trx)).items
    const items = withIds(edit.items, before)
    await replaceItems(trx, items)
    await recordAct(trx, {
      actor,
      act: 'menu.save',
      subject: 'menu',
      outcome: 'done',
      detail: { version: expectedVersion + 1, ...changesBetween(before, items) },
    })
    return readMenu(trx)
  })
}

/** Takes the next version; false when the expected one is not the present one. The database lets only one writer do so. */
async function countUp(trx: Transaction<Schema>, expectedVersion: number): Promise<boolean> {
  await trx
    .insertInto('settings')
    .values({ key: MENU_VERSION, value: '0' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const counted = await trx
    .updateTable('settings')
    .set({ value: String(expectedVersion + 1) })
    .where('key', '=', MENU_VERSION)
    .where('value', '=', String(expectedVersion))
    .returning('value')
    .executeTakeFirst()
  return counted !== undefined
}

/** New items get an id; one that is given must stand on the menu already, once. */
function withIds(items: MenuEdit['items'], before: readonly MenuItem[]): MenuItem[] {
  const free = new Set(before.map((item) => item.id))
  const errors = items.flatMap(({ id }, index) =>
    id === undefined || free.delete(id)
      ? []
      : { path: `items.${index}.id`, message: 'must be the id of an item on the menu, used once' },
  )
  if (errors.length > 0) throw problem('invalid', { errors: errors.slice(0, 20) })
  return items.map((item) => ({ ...item, id: item.id ?? randomBytes(9).toString('base64url') }))
}

async function replaceItems(trx: Transaction<Schema>, items: readonly MenuItem[]): Promise<void> {
  await trx.deleteFrom('menu_items').execute()
  if (items.length === 0) return
  const rule = await readSettings(trx)
  const { untilMs: offUntil } = boundsOfDay(businessDayOf(now(), rule), rule)
  await trx
    .insertInto('menu_items')
    .values(
      items.map((item, position) => ({
        id: item.id,
        title: item.title,
        category: item.category,
        unit_price_minor: item.unitPriceMinor,
        position,
        off_until: item.offToday ? offUntil : null,
        vat_rate: item.vatRate ?? null,
      })),
    )
    .execute()
}
