import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Client } from 'pg'
import { readCountdown, writeCountdown } from './countdown.ts'

/**
 * Loaded into the dashboard before its own code, so that it dies at a step boundary of an act exactly. Commits of what
 * no act has written (the floor, sessions) do not count, since they come whenever the floor is read.
 */
const path = process.env['KILL_COUNTDOWN'] ?? ''

const ofTheBook =
  /^(?:insert into|update|delete from) "(?:intents|orders|order_versions|order_transactions)"/

/** What one connection has written since its transaction began. */
interface Writing {
  isOpen: boolean
  touchesBook: boolean
}

const writings = new WeakMap<object, Writing>()

DatabaseSync.prototype.prepare = new Proxy(DatabaseSync.prototype.prepare, {
  apply(prepare, database: DatabaseSync, args: [string]) {
    const statement = prepare.apply(database, args)
    statement.run = dyingAfter(statement.run, database, args[0])
    statement.all = dyingAfter(statement.all, database, args[0])
    return statement
  },
})

Client.prototype.query = new Proxy(Client.prototype.query, {
  apply(query, client: Client, args: unknown[]) {
    const dieAfter = typeof args[0] === 'string' && countIfCommit(client, args[0])
    const answer: unknown = Reflect.apply(query, client, args)
    return dieAfter && answer instanceof Promise ? answer.finally(die) : answer
  },
})

function dyingAfter<Execute extends StatementSync['run' | 'all']>(
  execute: Execute,
  database: DatabaseSync,
  sql: string,
): Execute {
  return new Proxy(execute, {
    apply(_, statement, parameters) {
      const dieAfter = countIfCommit(database, sql)
      const result: unknown = Reflect.apply(execute, statement, parameters)
      if (dieAfter) die()
      return result
    },
  })
}

/** Dies now, or answers whether the process has to die once the statement is carried out. */
function countIfCommit(connection: object, sql: string): boolean {
  if (!isCommitOfTheBook(connection, sql)) return false
  const countdown = readCountdown(path)
  if (countdown === null || countdown.commits === 0) return false
  const left = { ...countdown, commits: countdown.commits - 1 }
  writeCountdown(path, left)
  if (left.commits > 0) return false
  if (left.side === 'before') die()
  return true
}

function isCommitOfTheBook(connection: object, sql: string): boolean {
  const writing = writings.get(connection) ?? { isOpen: false, touchesBook: false }
  writings.set(connection, writing)
  if (sql.startsWith('begin')) writing.isOpen = true
  if (ofTheBook.test(sql)) writing.touchesBook = true
  if (sql === 'commit' || sql === 'rollback') writing.isOpen = false
  if (writing.isOpen) return false
  const isCommit = writing.touchesBook && sql !== 'rollback'
  writing.touchesBook = false
  return isCommit
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
