import 'server-only'
import type { Tab, TabDraft } from '#contract/tab.ts'
import type { Permission } from '#contract/permission.ts'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { refuseOtherCurrency } from '#lib/orders/submit-order.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { forTrail, holdTab, refuseOtherTab, wantedDraft, writeTab } from './held-tab.ts'

interface Keeping {
  tableId: string
  draft: TabDraft
  expectedVersion: number
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Keeps lines on a table that nobody is asked to pay yet. Nobody was asked for what stood there before, so taking some of
 * it off needs no reason; the trail keeps both. A discount above the house's limit takes a manager, as it does on an
 * order. Throws `conflict` with the present tab where somebody has changed it since.
 */
export async function keepTab(keeping: Keeping): Promise<Tab> {
  refuseOtherCurrency(keeping.draft.currency)
  const tab = await keep(await database(), keeping)
  await (await liveFloor()).tableTouched(keeping.tableId)
  return tab
}

function keep(
  db: Database,
  { tableId, draft, expectedVersion, actor, may }: Keeping,
): Promise<Tab> {
  const wanted = wantedDraft(draft)
  return db.transaction().execute(async (trx) => {
    const held = await holdTab(trx, tableId)
    refuseOtherTab(held, expectedVersion)
    if (held.table.state === 'retired') {
      throw problem('conflict', { detail: 'This table is retired, so nothing is kept on it.' })
    }
    const discountMinor = wanted?.discountMinor ?? 0
    const { reductionLimitMinor: limitMinor } = await readSettings(trx)
    const isHigher = discountMinor > limitMinor && discountMinor > held.tab.discountMinor
    if (isHigher && !may('reduce_above_limit')) {
      throw problem('manager_required', {
        detail: 'So high a discount needs a manager.',
        members: { limitMinor, reducedMinor: 0, currency: HOUSE_CURRENCY },
      })
    }
    const tab = await writeTab(trx, held, wanted, actor)
    await recordAct(trx, {
      actor,
      act: wanted ? 'tab.keep' : 'tab.clear',
      subject: `table ${tableId}`,
      outcome: 'done',
      detail: { from: forTrail(held.tab), to: forTrail(tab) },
    })
    return tab
  })
}
