import type { Settings } from '#contract/settings.ts'
import type { GuestAnswer } from './people/guests.ts'
import type { StaffActName } from './people/staff-acts.ts'
import type { Fault } from './wallet/faults.ts'
import type { Incident } from './wallet/incidents.ts'
import type { WalletSettings } from './wallet/simulated-wallet.ts'

/** Who presses the button: one person once or twice in the same instant, or two people at once. */
export type Taps = 'once' | 'twice' | 'by two'

export type Deed =
  | {
      kind: 'staff'
      act: StaffActName
      spotId: number
      /** Which of the orders that suit the act, counted round. */
      pick: number
      isManager: boolean
      /** Their name, where it is told who did what. */
      by?: string
      taps: Taps
      /** The device sends the same key again when it hears nothing, as the editor does. */
      insists: boolean
    }
  | { kind: 'guest'; spotId: number; answer: GuestAnswer | 'comes'; pick: number }
  | { kind: 'outage'; fault: Fault; forMs: number }
  | { kind: 'crash'; downMs: number }

export interface Step {
  /** So long after the step before. */
  afterMs: number
  deed: Deed
  /** What waits for the calls that follow. */
  incidents: Incident[]
  /** Kill the dashboard so many statements of its database later. */
  kill: { statements: number; downMs: number } | null
}

export interface HouseOfEvening {
  spots: number
  /** From this spot on they are at the terrace, a location of its own. */
  terraceFrom: number
  settings: Partial<Settings>
}

/** An evening in one house, as plain data: playing it twice gives the same history. */
export interface Schedule {
  /** Seeds whatever is left to chance: ids, jitter, how long calls take. */
  chance: number
  wallet: WalletSettings
  /** Whether a screen shows the floor, so that it is read more often. */
  isWatched: boolean
  /** Whether settled spots are closed by themselves, a minute later. */
  closesSettled?: boolean
  /** Another house than the small one with its three tables. */
  house?: HouseOfEvening
  steps: Step[]
}
