import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { environment } from '#lib/runtime/environment.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

const CLAIM = 'set_up'

/** Whether this installation has had its first manager. */
export async function isSetUp(db: Database): Promise<boolean> {
  const claim = await db
    .selectFrom('settings')
    .select('key')
    .where('key', '=', CLAIM)
    .executeTakeFirst()
  return claim !== undefined
}

/**
 * Takes the installation for the first manager of this transaction; false when somebody has it already. Of two that
 * run at once the database lets the second one wait for the first, so both cannot have counted no manager.
 */
export async function claimInstallation(trx: Transaction<Schema>): Promise<boolean> {
  const claimed = await trx
    .insertInto('settings')
    .values({ key: CLAIM, value: 'true' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

/** The token that claims a fresh installation: the operator's, or one that lives as long as this process. */
export function setUpToken(): string {
  return (
    environment().setupToken ??
    oncePerProcess('set-up-token', () => randomBytes(18).toString('base64url'))
  )
}

/** Compares digests, which are of one length, in constant time. */
export function isSetUpToken(token: string): boolean {
  return timingSafeEqual(digest(token), digest(setUpToken()))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
