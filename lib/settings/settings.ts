import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { defaultSettings, Settings, type SettingsChange } from '#contract/settings.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { readStored, store } from './stored-value.ts'

const KEY = 'house'
const Stored = z.optional(z.record(z.string(), z.unknown()))
/** Asking for it takes longer than reading a row. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()

/** What the manager has set, and the defaults for everything else. */
export async function readSettings(db: Database | Transaction<Schema>): Promise<Settings> {
  const stored = z.parse(Stored, await readStored(db, KEY))
  return z.parse(Settings, { ...defaultSettings, timeZone, ...stored })
}

/** Saves what a change names. A rule that it leaves as it is stays that of whoever set it. */
export async function saveSettings(
  db: Database,
  actor: Actor,
  change: SettingsChange,
): Promise<Settings> {
  return db.transaction().execute(async (trx) => {
    const before = await readSettings(trx)
    const settings = z.parse(Settings, {
      ...before,
      ...change,
      autoConfirm: rulesAfter(before.autoConfirm, change.autoConfirm, actor, sameCap),
      strangers: rulesAfter(before.strangers, change.strangers, actor, sameGrace),
    })
    await store(trx, KEY, settings)
    await recordAct(trx, {
      actor,
      act: 'settings.save',
      subject: 'settings',
      outcome: 'done',
      detail: { from: before, to: settings },
    })
    return settings
  })
}

/** A rule of one location, which whoever sets it stands for in the trail. */
type RuleOf<Asked> = Asked & { locationId: number; setBy: string }

function rulesAfter<Asked extends { locationId: number }>(
  before: RuleOf<Asked>[],
  asked: Asked[] | undefined,
  actor: Actor,
  isSame: (one: Asked, other: Asked) => boolean,
): RuleOf<Asked>[] {
  if (asked === undefined) return before
  return asked.map((wanted) => {
    const earlier = before.find(({ locationId }) => locationId === wanted.locationId)
    return earlier && isSame(earlier, wanted) ? earlier : { ...wanted, setBy: actor.name }
  })
}

function sameCap(one: { capMinor: number }, other: { capMinor: number }): boolean {
  return one.capMinor === other.capMinor
}

function sameGrace(
  one: { graceSeconds: number | null },
  other: { graceSeconds: number | null },
): boolean {
  return one.graceSeconds === other.graceSeconds
}
