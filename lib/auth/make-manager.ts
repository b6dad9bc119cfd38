import 'server-only'
import { randomBytes } from 'node:crypto'
import { recordAct } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { addAccount } from './accounts.ts'
import { claimInstallation } from './installation.ts'
import { hashPassword } from './passwords.ts'

export interface NewManager {
  name: string
  email: string
}

/**
 * Makes a manager for somebody who is on the machine itself, and answers the password; null when the e-mail address
 * has an account already.
 */
export async function makeManager(db: Database, manager: NewManager): Promise<string | null> {
  const { name, email } = manager
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  return db.transaction().execute(async (trx) => {
    await claimInstallation(trx)
    const staffId = await addAccount(trx, { name, email, passwordHash, role: 'manager' })
    if (staffId === null) return null
    await recordAct(trx, {
      actor: {
        staffId: null,
        name: 'Somebody on the machine (reset-manager)',
        sessionId: null,
        address: null,
      },
      act: 'staff.reset_manager',
      subject: `staff ${staffId}`,
      outcome: 'done',
      detail: { name, email },
    })
    return password
  })
}
