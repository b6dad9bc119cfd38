import 'server-only'
import { defaultView, type View } from '#contract/view.ts'
import { View as Schema } from '#contract/view-schema.ts'
import type { Database } from '#lib/database/open-database.ts'

/** How a person wants to see the floor. What an older or newer Spotboard has written and is not understood is left out. */
export async function readView(db: Database, staffId: string): Promise<View> {
  const row = await db
    .selectFrom('staff_views')
    .select('view')
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  const kept = row ? Schema.safeParse(JSON.parse(row.view)) : null
  return kept?.success ? kept.data : defaultView
}

export async function saveView(db: Database, staffId: string, view: View): Promise<View> {
  const facts = { view: JSON.stringify(view) }
  await db
    .insertInto('staff_views')
    .values({ staff_id: staffId, ...facts })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(facts))
    .execute()
  return view
}
