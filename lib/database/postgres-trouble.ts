import 'server-only'
import { storageError } from './storage-error.ts'

/** Classes of SQLSTATE in which the statement itself is not at fault: no resources, a failing system, damaged data. */
const failing = /^(53|58|XX|25006)/
/** The server ends the connection, or has it ended: whether a commit on it came through is not known. */
const ended = /^(57P|08)/
/** `pg` has no codes for these. */
const lost = /^(Connection terminated|Client has encountered a connection error|Client was closed)/

/** What `pg` threw for a statement, as a storage error where it is not about the statement itself. */
export function postgresTrouble(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (failing.test(code)) {
    return storageError(`PostgreSQL cannot do it (${code})`, { kept: 'nothing', cause: error })
  }
  if (!ended.test(code) && !/^E[A-Z]+$/.test(code) && !lost.test(error.message)) return error
  return storageError('The connection to PostgreSQL was lost', { kept: 'unknown', cause: error })
}

/** What `pg` threw when it could not connect: nothing was asked of the server. */
export function unreachablePostgres(cause: unknown): Error {
  return storageError('PostgreSQL cannot be reached', { kept: 'nothing', cause })
}
