import 'server-only'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { addAccount } from './accounts.ts'
import { claimInstallation, isSetUp, isSetUpToken } from './installation.ts'
import { hashPassword } from './passwords.ts'
import { beginSession, type Device } from './sessions.ts'
import { admitAttempt } from './sign-in-throttle.ts'

export interface FirstManager {
  token: string
  name: string
  email: string
  password: string
}

/** For pages: whether nobody can sign in yet, since there is no manager. */
export async function needsSetUp(): Promise<boolean> {
  return !(await isSetUp(await database()))
}

/** Makes the first manager, exactly once in the life of an installation, and answers the id of a session. */
export async function setUp(db: Database, asked: FirstManager, device: Device): Promise<string> {
  if (await isSetUp(db)) throw alreadySetUp()
  const succeed = admitAttempt({
    account: 'set-up',
    address: device.address ?? '',
    isAtHome: false,
  })
  const nobody = { staffId: null, sessionId: null, address: device.address }
  if (!isSetUpToken(asked.token)) {
    await db.transaction().execute((trx) =>
      recordAct(trx, {
        actor: { ...nobody, name: 'Somebody' },
        act: 'installation.set_up',
        subject: 'installation',
        outcome: 'refused',
      }),
    )
    throw problem('forbidden', { detail: 'The set-up token is wrong.' })
  }
  succeed()
  const passwordHash = await hashPassword(asked.password)
  return db.transaction().execute(async (trx) => {
    if (!(await claimInstallation(trx))) throw alreadySetUp()
    const { name, email } = asked
    const staffId = await addAccount(trx, { name, email, passwordHash, role: 'manager' })
    if (staffId === null) throw alreadySetUp()
    const sessionId = await beginSession(trx, staffId, device)
    const actor: Actor = { staffId, name, sessionId, address: device.address }
    await recordAct(trx, {
      actor,
      act: 'installation.set_up',
      subject: `staff ${staffId}`,
      outcome: 'done',
    })
    return sessionId
  })
}

function alreadySetUp() {
  return problem('conflict', { detail: 'Spotboard is set up already. Sign in instead.' })
}
