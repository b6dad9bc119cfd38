import 'server-only'
import * as z from 'zod/mini'
import { defaultSheetChoice, Logo, SheetChoice } from '#contract/code-sheet.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { readStored, store } from '#lib/settings/stored-value.ts'
import { checkLogo } from './check-logo.ts'

const CHOICE = 'code_sheet'
const LOGO = 'code_logo'

/** How the house has last chosen to print its codes. */
export async function readSheetChoice(db: Database): Promise<SheetChoice> {
  return z.parse(SheetChoice, (await readStored(db, CHOICE)) ?? defaultSheetChoice)
}

export async function saveSheetChoice(
  db: Database,
  actor: Actor,
  choice: SheetChoice,
): Promise<SheetChoice> {
  const from = await readSheetChoice(db)
  await db.transaction().execute(async (trx) => {
    await store(trx, CHOICE, choice)
    const detail = { from, to: choice }
    await recordAct(trx, { actor, act: 'codes.choose', subject: 'codes', outcome: 'done', detail })
  })
  return choice
}

export async function readLogo(db: Database): Promise<Logo | null> {
  return z.parse(z.nullable(Logo), (await readStored(db, LOGO)) ?? null)
}

/** Puts a logo beside each printed code. Throws `invalid` for what is no small PNG or JPEG. */
export async function saveLogo(db: Database, actor: Actor, base64: string): Promise<Logo> {
  const logo = checkLogo(base64)
  await db.transaction().execute(async (trx) => {
    await store(trx, LOGO, logo)
    const detail = { type: logo.type, bytes: Buffer.byteLength(logo.content, 'base64') }
    await recordAct(trx, {
      actor,
      act: 'codes.set_logo',
      subject: 'codes',
      outcome: 'done',
      detail,
    })
  })
  return logo
}

export async function removeLogo(db: Database, actor: Actor): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await store(trx, LOGO, null)
    await recordAct(trx, { actor, act: 'codes.remove_logo', subject: 'codes', outcome: 'done' })
  })
}
