import 'server-only'
import { database } from '#lib/database/connection.ts'
import { environment } from '#lib/runtime/environment.ts'
import { log } from '#lib/runtime/log.ts'
import { isSetUp, setUpToken } from './installation.ts'
import { ensurePracticeAccounts } from './demo-accounts.ts'

/** At the start: practice gets its accounts; a fresh real installation says how it is claimed. */
export async function prepareInstallation(): Promise<void> {
  const { mode, setupToken } = environment()
  const db = await database()
  if (mode === 'practice') {
    await ensurePracticeAccounts(db)
    return
  }
  if (await isSetUp(db)) return
  log().warn(
    setupToken === undefined
      ? `Nobody can sign in yet. Open /set-up and claim this installation with the token ${setUpToken()}`
      : 'Nobody can sign in yet. Open /set-up and claim this installation with SETUP_TOKEN.',
  )
}
