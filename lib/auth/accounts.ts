import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Role } from '#contract/permission.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'

export interface NewAccount {
  name: string
  email: string
  passwordHash: string
  role: Role
}

/** Adds an account and answers its id, or null when the e-mail address has one already. */
export async function addAccount(
  trx: Transaction<Schema>,
  account: NewAccount,
): Promise<string | null> {
  const added = await trx
    .insertInto('staff')
    .values({
      id: randomBytes(9).toString('base64url'),
      name: account.name,
      email: canonicalEmail(account.email),
      password_hash: account.passwordHash,
      role: account.role,
      active: 1,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

export async function findAccount(db: Database, email: string) {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('email', '=', canonicalEmail(email))
    .executeTakeFirst()
}

/** People write their address in any case, and it is one account. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase()
}
