import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** What calls to the wallet are made for, and how many there were. */
export interface Purpose {
  name: string
  calls: number
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
  return callFor({ name: BACKGROUND, calls: 0 }, work)
}

/** What the work reads, the wallet has asked for by a callback that it has signed. */
export function callForWallet<Result>(work: () => Promise<Result>): Promise<Result> {
  return callFor({ name: CALLED_BACK, calls: 0 }, work)
}

export function isForWallet(): boolean {
  return purposeOfCall().name === CALLED_BACK
}

export function isInBackground(): boolean {
  return purposeOfCall().name === BACKGROUND
}

/** What the present call is for; outside of any reading it is what a person asked for. */
export function purposeOfCall(): Purpose {
  return purposes().getStore() ?? { name: 'person', calls: 0 }
}
