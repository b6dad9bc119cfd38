import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import type { Priority } from './budget.ts'

/** What calls to the wallet are made for, and how many there were. */
export interface Purpose {
  name: string
  calls: number
  /** Whom the acts among them stand behind; a person's where it is not said. */
  priority?: Exclude<Priority, 'person'>
}

const BACKGROUND = 'background'
const CALLED_BACK = 'called_back'

function purposes(): AsyncLocalStorage<Purpose> {
  return oncePerProcess('call-purpose', () => new AsyncLocalStorage<Purpose>())
}

/** Whatever the work calls, it calls for this. */
export function callFor<Result>(purpose: Purpose, work: () => Promise<Result>): Promise<Result> {
  return purposes().run(purpose, work)
}

/** What the work calls, nobody waits for: an act is carried on, again or at its time. */
export function callInBackground<Result>(work: () => Promise<Result>): Promise<Result> {
  return callFor({ name: BACKGROUND, calls: 0, priority: 'background' }, work)
}

/** What the work reads, the wallet has asked for by a callback that it has signed: that comes before other readings. */
export function callForWallet<Result>(work: () => Promise<Result>): Promise<Result> {
  return callFor({ name: CALLED_BACK, calls: 0, priority: 'called_back' }, work)
}

/** Acts that nobody has asked for stand behind everything else, as readings do. Answers how many calls they were. */
export async function callBehindAll(name: string, work: () => Promise<unknown>): Promise<number> {
  const purpose: Purpose = { name, calls: 0, priority: 'poll' }
  await callFor(purpose, work)
  return purpose.calls
}

/** What the present call is for; outside of any reading it is what a person asked for. */
export function purposeOfCall(): Purpose {
  return purposes().getStore() ?? { name: 'person', calls: 0 }
}
