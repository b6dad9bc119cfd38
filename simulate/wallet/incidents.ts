import type { GuestAnswer } from '../people/guests.ts'
import { isMatch, type CallMatch, type WritingCall } from './call-kind.ts'
import type { Fault } from './faults.ts'

/** What else happens at a call. Guests act in the very instant in which the wallet does it. */
export type Happening =
  | { kind: 'fault'; fault: Fault }
  | { kind: 'guest'; answer: GuestAnswer; when: 'before' | 'after' }
  /** The dashboard is killed: before it has sent the call, or once the wallet has done it. */
  | { kind: 'crash'; when: 'before' | 'after'; downMs: number }

/** Something that waits for its call. */
export interface Incident {
  at: CallMatch
  /** So many calls that match go by before. */
  skip: number
  what: Happening
}

/** The incidents that still wait. */
export class Incidents {
  #waiting: Incident[] = []

  add(incidents: readonly Incident[]): void {
    this.#waiting.push(...incidents.map((incident) => ({ ...incident })))
  }

  /** What happens at this call; of several faults only the first, the others wait on. */
  take(call: WritingCall | undefined): Happening[] {
    const happening: Happening[] = []
    this.#waiting = this.#waiting.filter((incident) => {
      if (!isMatch(incident.at, call)) return true
      const { what } = incident
      if (what.kind === 'fault' && happening.some(({ kind }) => kind === 'fault')) return true
      incident.skip -= 1
      if (incident.skip >= 0) return true
      happening.push(what)
      return false
    })
    return happening
  }

  clear(): void {
    this.#waiting = []
  }
}
