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
    const { autoConfirm } = change
    const settings = z.parse(Settings, {
      ...before,
      ...change,
      autoConfirm: rulesAfter(before.autoConfirm, autoConfirm, actor),
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

function rulesAfter(
  before: Settings['autoConfirm'],
  asked: SettingsChange['autoConfirm'],
  actor: Actor,
): Settings['autoConfirm'] {
  if (asked === undefined) return before
  return asked.map(({ locationId, capMinor }) => {
    const same = before.find((rule) => rule.locationId === locationId && rule.capMinor === capMinor)
    return same ?? { locationId, capMinor, setBy: actor.name }
  })
}
