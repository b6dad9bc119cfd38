import 'server-only'
import { storageError } from './storage-error.ts'

/** https://sqlite.org/rescode.html: the low byte of an extended code is the primary one. */
const trouble = new Map([
  [5, 'another program keeps the database to itself'],
  [8, 'the database may only be read'],
  [10, 'the disk fails'],
  [11, 'the database file is damaged'],
  [13, 'there is no room'],
  [14, 'a file of the database cannot be opened'],
  [26, 'the file is no database'],
])

/** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC: all was written, and nobody knows whether it will be there. */
const notSynced = new Set([1034, 1290])

/** What SQLite threw, as a storage error where it is not about the statement itself. */
export function sqliteTrouble(error: unknown): unknown {
  if (!(error instanceof Error && 'errcode' in error)) return error
  const code = Number(error.errcode)
  const what = trouble.get(code & 0xff)
  if (what === undefined) return error
  const kept = notSynced.has(code) ? 'unknown' : 'nothing'
  return storageError(`SQLite: ${what} (${code}: ${error.message})`, { kept, cause: error })
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5
}
