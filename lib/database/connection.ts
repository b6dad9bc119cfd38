import 'server-only'
import { environment } from '#lib/runtime/environment.ts'
import { onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { claimForMode, holdDatabase, openDatabase, type Database } from './open-database.ts'

/** The dashboard's database: held against other processes, migrated, and of the right mode. */
export function database(): Promise<Database> {
  return oncePerProcess('database', async () => {
    const { databaseUrl, mode } = environment()
    const hold = await holdDatabase(databaseUrl, endAtOnce)
    const db = await openDatabase(databaseUrl)
    await claimForMode(db, mode)
    onShutdown(
      'database',
      async () => {
        await db.destroy()
        await hold.release()
      },
      'storage',
    )
    return db
  })
}

/** Another dashboard may work on it the next moment. What was under way is found out by the next start. */
function endAtOnce(err: Error): never {
  log().fatal({ err }, 'the connection that holds the database for this dashboard was lost')
  process.exit(1)
}
