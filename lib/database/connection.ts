import 'server-only'
import { environment } from '#lib/runtime/environment.ts'
import { onShutdown } from '#lib/runtime/lifecycle.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import { holdDatabase, type Hold } from './hold.ts'
import { claimForMode, openDatabase, type Database } from './open-database.ts'
import { storageError } from './storage-error.ts'

/** The dashboard's database: held against other processes, migrated, and of the right mode. */
export async function database(): Promise<Database> {
  return (await opened()).db
}

/**
 * To be awaited before anything is asked of the wallet. Throws a storage error while a hold that was lost is not back:
 * until then another process may be polling and sending.
 */
export async function requireHold(): Promise<void> {
  const { hold } = await opened()
  if (hold.isKept()) return
  throw storageError('The hold on the database was lost and is not back yet', { kept: 'nothing' })
}

function opened(): Promise<{ db: Database; hold: Hold }> {
  return oncePerProcess('database', async () => {
    const { databaseUrl, mode } = environment()
    const hold = await holdDatabase(databaseUrl)
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
    void hold.takenOver.then(endForOther)
    return { db, hold }
  })
}

/** Ends the process as an error that nobody catches: whatever it still has in hand belongs to the other one now. */
function endForOther(holder: string): never {
  throw new EnvironmentError(
    `Another Spotboard (${holder}) works on the database of DATABASE_URL since the connection of this one was lost, so this one ends.`,
  )
}
