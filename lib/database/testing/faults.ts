import 'server-only'
import { StatementSync } from 'node:sqlite'

/** How many of the writes from now on still succeed, and what SQLite says at those after them. */
interface Fault {
  writes: number
  code: number
}

let fault: Fault | null = null

StatementSync.prototype.run = new Proxy(Reflect.get(StatementSync.prototype, 'run'), {
  apply: (run, statement: StatementSync, parameters) => {
    if (fault && /^(insert|update|delete|commit)/i.test(statement.sourceSQL)) {
      if (fault.writes === 0) throw Object.assign(new Error('injected'), { errcode: fault.code })
      fault.writes -= 1
    }
    return Reflect.apply(run, statement, parameters)
  },
})

/**
 * From the write after the next so many on, SQLite answers each with this code: changes and commits, in this process.
 * It proves what Spotboard does with the answer; that SQLite gives it and takes the change back is SQLite's own promise.
 */
export function breakDisk(writes: number, code: number): void {
  fault = { writes, code }
}

/** Answers whether any write was refused since it was broken. */
export function mendDisk(): boolean {
  const wasHit = fault?.writes === 0
  fault = null
  return wasHit
}
