import assert from 'node:assert/strict'
import { inWords } from './in-words.ts'
import { MemoryDisk } from './memory-disk.ts'
import type { Evidence } from './oracle/evidence.ts'
import { judge } from './oracle/judge.ts'
import type { StaffActName } from './people/staff-acts.ts'
import { play } from './play.ts'
import type { Deed, Schedule, Step } from './schedule.ts'
import type { Incident } from './wallet/incidents.ts'

/** What schedules that once failed are told with, cut down to what made them fail. */

export const disk = await MemoryDisk.format()

export const calm = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

export function step(afterMs: number, deed: Deed, incidents: Incident[] = []): Step {
  return { afterMs, deed, incidents, kill: null }
}

export function staff(act: StaffActName, spotId = 1): Deed {
  return { kind: 'staff', act, spotId, pick: 0, isManager: true, taps: 'once', insists: true }
}

/** Somebody who asks once and does not wait for the answer, but for an edit. */
export function waiter(act: 'delete' | 'close' | 'edit'): Deed {
  const insists = act === 'edit'
  return { kind: 'staff', act, spotId: 1, pick: 0, isManager: false, taps: 'once', insists }
}

export async function goesWell(
  steps: Step[],
  wallet: Schedule['wallet'] = calm,
  chance = 1,
): Promise<Evidence> {
  const schedule = { chance, wallet, isWatched: false, steps }
  const evidence = await play(schedule, disk)
  assert.deepEqual(judge(evidence), [], inWords(schedule))
  const acts = steps.filter(({ deed }) => deed.kind === 'staff').length
  assert.equal(evidence.asked.length, acts, 'every act was asked for')
  return evidence
}
