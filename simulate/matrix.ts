import { inWords } from './in-words.ts'
import type { Disk } from './disk.ts'
import { judge } from './oracle/judge.ts'
import type { StaffActName } from './people/staff-acts.ts'
import { play } from './play.ts'
import type { Deed, Schedule, Step } from './schedule.ts'
import type { WritingCall } from './wallet/call-kind.ts'
import { faults, type Fault } from './wallet/faults.ts'

/** One writing call, one thing that goes wrong with it, one kind of wallet. */
export interface Cell {
  call: WritingCall
  fault: Fault
  merchantSeesOrders: boolean
  duplicateKey: 'allow' | 'refuse'
}

const pay: Deed = { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }

/** What staff and guest do until the call is made that meets the fault, which the last deed makes. */
const deeds: Record<WritingCall, readonly [first: Deed, ...others: Deed[]]> = {
  'create transaction': [staff('submit')],
  'create order': [staff('submit')],
  'edit order': [staff('submit'), staff('edit')],
  'delete order': [staff('submit'), staff('delete'), staff('delete now')],
  'close spot': [staff('submit'), staff('close')],
  confirm: [staff('submit'), pay, staff('confirm')],
  revoke: [staff('submit'), pay, staff('confirm'), staff('submit'), staff('settle')],
}

const betweenMs = 3000

export function cells(): Cell[] {
  const wallets = [true, false].flatMap((merchantSeesOrders) =>
    (['allow', 'refuse'] as const).map((duplicateKey) => ({ merchantSeesOrders, duplicateKey })),
  )
  const calls = Object.keys(deeds).filter((call) => isWritingCall(call))
  return calls.flatMap((call) =>
    faults.flatMap((fault) => wallets.map((wallet) => ({ call, fault, ...wallet }))),
  )
}

/** Plays a cell and answers what is not as promised, and the story that led to it. */
export async function playCell(
  cell: Cell,
  disk: Disk,
): Promise<{ flaws: string[]; story: string }> {
  const schedule = scheduleOf(cell)
  const findings = judge(await play(schedule, disk))
  return {
    flaws: findings.map(({ rule, about }) => `${rule}: ${about}`),
    story: inWords(schedule),
  }
}

function scheduleOf({ call, fault, merchantSeesOrders, duplicateKey }: Cell): Schedule {
  const all = deeds[call]
  const steps = all.map((deed, index): Step => {
    const isLast = index === all.length - 1
    const trouble = { at: call, skip: 0, what: { kind: 'fault', fault } } as const
    return { afterMs: betweenMs, deed, incidents: isLast ? [trouble] : [], kill: null }
  })
  return {
    chance: 1,
    isWatched: true,
    wallet: {
      merchantSeesOrders,
      duplicateKey,
      revokeOnClose: false,
      openWord: 'open',
      clockSkewS: 0,
    },
    steps,
  }
}

function staff(act: StaffActName): Deed {
  return { kind: 'staff', act, spotId: 1, pick: 0, isManager: true, taps: 'once', insists: true }
}

function isWritingCall(name: string): name is WritingCall {
  return Object.hasOwn(deeds, name)
}
