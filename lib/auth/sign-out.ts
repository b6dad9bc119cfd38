import 'server-only'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { announceSessionEnd, revokeSession } from './sessions.ts'

/** Ends the session, also for whoever holds a copy of its cookie. */
export async function signOut(db: Database, actor: Actor, sessionId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await revokeSession(trx, sessionId)
    await recordAct(trx, {
      actor,
      act: 'session.sign_out',
      subject: `staff ${actor.staffId}`,
      outcome: 'done',
    })
  })
  announceSessionEnd(sessionId)
}
