import { matchRoute } from './core/api.ts'

const keptEntries = 1000

export interface LogEntry {
  /** Of the machine's clock, in milliseconds. */
  at: number
  method: string
  path: string
  /** `null` when no answer began. */
  status: number | null
  /** `null` when nobody looked. */
  signatureHeld: boolean | null
  fault: string | null
}

/** The last calls, and how often each method and path template was called at all. */
export class CallLog {
  #entries: LogEntry[] = []
  #counts = new Map<string, number>()

  /** Notes a call as it arrives; its outcome is written into the entry that comes back. */
  open(method: string, target: string): LogEntry {
    const path = target.split('?')[0] ?? ''
    const template = matchRoute(method, path)?.route.template ?? '(unknown)'
    const name = `${method} ${path === '/publickey' ? path : template}`
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    const entry = { at: Date.now(), method, path: target }
    const opened: LogEntry = { ...entry, status: null, signatureHeld: null, fault: null }
    this.#entries.push(opened)
    if (this.#entries.length > keptEntries) this.#entries.shift()
    return opened
  }

  entries(): readonly LogEntry[] {
    return this.#entries
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts)
  }

  clear(): void {
    this.#entries = []
    this.#counts.clear()
  }
}
