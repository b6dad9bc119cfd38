import 'server-only'
import type { Role } from '#contract/permission.ts'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { addAccount } from './accounts.ts'
import { claimInstallation, isSetUp } from './installation.ts'
import { hashPassword } from './passwords.ts'

export interface DemoAccount {
  name: string
  email: string
  password: string
  role: Role
}

/** The demo's accounts, which its sign-in page shows. They are made in practice mode and in no other. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    name: 'Rasa Manager',
    email: 'manager@spotboard.test',
    password: 'demo-manager-1',
    role: 'manager',
  },
  { name: 'Jonas Staff', email: 'staff@spotboard.test', password: 'demo-staff-1', role: 'staff' },
]

/** Makes the demo's accounts at the first start on a practice database. */
export async function ensurePracticeAccounts(db: Database): Promise<void> {
  if (await isSetUp(db)) return
  const accounts = await Promise.all(
    demoAccounts.map(async ({ password, ...account }) => ({
      ...account,
      passwordHash: await hashPassword(password),
    })),
  )
  await db.transaction().execute(async (trx) => {
    if (!(await claimInstallation(trx))) return
    const ids = await Promise.all(accounts.map((account) => addAccount(trx, account)))
    await recordAct(trx, {
      actor: spotboard,
      act: 'installation.set_up',
      subject: 'installation',
      outcome: 'done',
      detail: { practice: true, staff: ids },
    })
  })
}
