import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import { pathOf } from './address.ts'
import { engineOf } from './engine.ts'
import { takePostgres } from './postgres-hold.ts'
import { takeSqlite } from './sqlite-hold.ts'

/** What keeps a database for this process alone. */
export interface Hold {
  /** False while a hold that was lost is being taken again: until then another process may work on the database. */
  isKept: () => boolean
  /** Resolves with who has it, if another process has taken the database over meanwhile. */
  takenOver: Promise<string>
  release: () => Promise<void>
}

/** Who has the database, in words such as `process 4711`. */
export interface Holder {
  holder: string
}

const DYING_HOLDER_MS = 3000
const TRY_EVERY_MS = 100

/**
 * Makes sure that one dashboard at a time works on a database, since two would poll, confirm and send side by side. One
 * that is just ending gets 3 s; after them this throws with code `environment`.
 */
export async function holdDatabase(databaseUrl: string): Promise<Hold> {
  const giveUpAt = performance.now() + DYING_HOLDER_MS
  for (;;) {
    const taken = await take(databaseUrl)
    if (!('holder' in taken)) return taken
    if (performance.now() > giveUpAt) {
      throw new EnvironmentError(
        `DATABASE_URL names a database that another running Spotboard already works on (${taken.holder}): stop that one first, or name another database.`,
      )
    }
    await delay(TRY_EVERY_MS)
  }
}

function take(databaseUrl: string): Promise<Hold | Holder> {
  return engineOf(databaseUrl) === 'sqlite'
    ? Promise.resolve(takeSqlite(pathOf(databaseUrl)))
    : takePostgres(databaseUrl)
}
