import type { Database } from '#lib/database/open-database.ts'

/** Whose statements these are: told of each one before it runs. */
export interface Mortal {
  isAlive: () => boolean
  /** May end the life, so that this statement never runs. */
  beforeStatement: () => void
}

/** What outlives every life of the dashboard: the database of the house. */
export interface Disk {
  /** Reads what is on the disk without being a part of any life. */
  bystander: Database
  /** The database as one life sees it. */
  openFor: (mortal: Mortal) => Database
  /** What a killed process had begun and not committed is gone. */
  rollBack: () => void
  /** Empties every table: the next house begins with it. */
  wipe: () => Promise<void>
  /** Resolves once everything that can go on without time passing has gone on. */
  rest: () => Promise<void>
}

/** Where nothing waits for anything outside the process, an immediate comes after all that can go on. */
export function everythingWentOn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
