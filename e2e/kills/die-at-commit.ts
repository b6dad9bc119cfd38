import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { readCountdown, writeCountdown } from './countdown.ts'

/**
 * Loaded into the dashboard before its own code, so that it dies at a step boundary of an act exactly. Commits of what
 * no act has written (the floor, sessions, what became of a payment) do not count, since they come whenever the wallet
 * is read.
 */
const path = process.env['KILL_COUNTDOWN'] ?? ''

const ofTheBook =
  /^(?:insert into|update|delete from) "(?:intents|orders|order_versions|order_transactions)"/
const ofAnAct = /^(?:insert into|update) "intents"/
const ofTheTrail = /^insert into "audit"/

/** What one connection has written since its transaction began. */
interface Writing {
  isOpen: boolean
  touchesBook: boolean
  /** What a reading has found stands in the trail without an act. */
  touchesTrail: boolean
  touchesAct: boolean
}

const nothingWritten = { touchesBook: false, touchesTrail: false, touchesAct: false }

const writings = new WeakMap<object, Writing>()

around(DatabaseSync.prototype, 'prepare', (prepare, database, sql) => {
  const statement = prepare()
  for (const name of ['run', 'all']) {
    around(statement, name, (execute) => {
      const dieAfter = countIfCommit(database, sql)
      const result = execute()
      if (dieAfter) die()
      return result
    })
  }
  return statement
})

around(Client.prototype, 'query', (query, client, sql) => {
  const dieAfter = countIfCommit(client, sql)
  const answer = query()
  return dieAfter && answer instanceof Promise ? answer.finally(die) : answer
})

/** Calls `instead` wherever a method of an object is called, with the call itself, its object and its first argument. */
function around(
  owner: unknown,
  name: string,
  instead: (call: () => unknown, self: object, first: unknown) => unknown,
): void {
  if (typeof owner !== 'object' || owner === null) throw new TypeError(`${name} is of no object`)
  const method: (...values: unknown[]) => unknown = Reflect.get(owner, name)
  Reflect.set(owner, name, function called(this: object, ...values: unknown[]) {
    return instead(() => Reflect.apply(method, this, values), this, values[0])
  })
}

/** Dies now, or answers whether the process has to die once the statement is carried out. */
function countIfCommit(connection: object, sql: unknown): boolean {
  if (typeof sql !== 'string' || !isCommitOfTheBook(connection, sql)) return false
  const countdown = readCountdown(path)
  if (countdown === null || countdown.commits === 0) return false
  const left = { ...countdown, commits: countdown.commits - 1 }
  writeCountdown(path, left)
  if (left.commits > 0) return false
  if (left.side === 'before') die()
  return true
}

function isCommitOfTheBook(connection: object, sql: string): boolean {
  const writing = writings.get(connection) ?? { isOpen: false, ...nothingWritten }
  writings.set(connection, writing)
  if (sql.startsWith('begin')) writing.isOpen = true
  if (ofTheBook.test(sql)) writing.touchesBook = true
  if (ofAnAct.test(sql)) writing.touchesAct = true
  if (ofTheTrail.test(sql)) writing.touchesTrail = true
  if (sql === 'commit' || sql === 'rollback') writing.isOpen = false
  if (writing.isOpen) return false
  const { touchesBook, touchesAct, touchesTrail } = writing
  Object.assign(writing, nothingWritten)
  return sql !== 'rollback' && touchesBook && (touchesAct || !touchesTrail)
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
