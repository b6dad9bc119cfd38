import { purposeOfCall } from '#lib/floor/call-purpose.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { find, put, type World } from '#sandbox/core/world.ts'
import { House } from '../house.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { comeTo } from '../people/guests.ts'
import { seedChance } from '../seeded-chance.ts'
import { VirtualTime } from '../virtual-time.ts'
import { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import type { Desk } from './desk.ts'
import type { LedgerCall, ShiftResult } from './ledger.ts'
import { Shift } from './live-through.ts'
import { PlainDesk, type PlainPoller } from './plain-desk.ts'
import { hourMs, planShift, shiftMs, type Outage } from './plan.ts'
import { SpotboardDesk } from './spotboard-desk.ts'

export interface ShiftSettings {
  seed: number
  spots: number
  /** Shorter for a test; the guests of the rest of the shift do not come. */
  forMs?: number
}

/** The last guests go after their time. */
const lateMs = 0.5 * hourMs

export const walletSettings = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

/** A shift at Spotboard. */
export async function playShift(settings: ShiftSettings): Promise<ShiftResult> {
  const disk = await MemoryDisk.format()
  const stumbles: string[] = []
  return play(settings, stumbles, async (time, wallet) => {
    const house = new House({ time, disk, wallet, stumbles })
    await house.life().started
    return {
      desk: await SpotboardDesk.open(time),
      end: async () => {
        const longWaits = await longWaitsOfPeople()
        house.shut()
        return longWaits
      },
    }
  })
}

/** The same shift at a dashboard that polls without a plan. */
export async function playShiftPlainly(
  settings: ShiftSettings,
  poller: PlainPoller,
): Promise<ShiftResult> {
  return play(settings, [], (time, wallet) => {
    const desk = new PlainDesk(time, wallet, poller)
    return Promise.resolve({ desk, end: () => Promise.resolve(desk.longWaits) })
  })
}

async function play(
  { seed, spots, forMs = shiftMs }: ShiftSettings,
  stumbles: readonly string[],
  open: (
    time: VirtualTime,
    wallet: SimulatedWallet,
  ) => Promise<{ desk: Desk; end: () => Promise<number> }>,
): Promise<ShiftResult> {
  seedChance(String(seed))
  const plan = planShift(seed, spots)
  const time = new VirtualTime()
  const calls: LedgerCall[] = []
  const onCall = () => calls.push({ atMs: time.uptime(), purpose: purposeOfCall().name })
  const site = { spots, isLimited: true, notesPayable: false, onCall }
  const wallet = new SimulatedWallet(time, walletSettings, String(seed), site)
  const freeSpots = seat(wallet.world, spots, plan.lodgers)
  const { desk, end } = await open(time, wallet)
  for (const outage of plan.outages) planOutage(time, wallet, outage)
  const shift = new Shift(plan, time, wallet.world, desk, freeSpots)
  shift.begin()
  await time.pass(forMs === shiftMs ? shiftMs + lateMs : forMs)
  const { sights, unseen, ordersPaid } = shift
  const longWaits = await end()
  const { refusedAsTooMany } = wallet
  return { calls, sights, unseen, ordersPaid, longWaits, refusedAsTooMany, stumbles }
}

/** Whoever sits there from before the shift; answers the spots that are left. */
function seat(
  world: World,
  spots: number,
  { open, waiting }: { open: number; waiting: number },
): number[] {
  const spotIds = Array.from({ length: spots }, (_, index) => index + 1)
  const taken = spotIds.slice(spots - open - waiting)
  for (const spotId of taken) comeTo(world, spotId)
  for (const spotId of taken.slice(waiting)) {
    const spot = find(world, 'spots', spotId)
    if (spot) put(world, 'spots', spotId, { ...spot, status: 'open' })
  }
  return spotIds.slice(0, spots - open - waiting)
}

function planOutage(
  time: VirtualTime,
  wallet: SimulatedWallet,
  { fromMs, forMs, fault }: Outage,
): void {
  time.after(fromMs - time.uptime(), () => {
    wallet.outage = fault
  })
  time.after(fromMs + forMs - time.uptime(), () => {
    wallet.outage = undefined
  })
}

/** How many calls of people the budget kept waiting for more than a second. */
export async function longWaitsOfPeople(): Promise<number> {
  const text = await metrics().registry.getSingleMetricAsString('spotboard_wallet_wait_seconds')
  const valueOf = (sample: string) => Number(text.split(`${sample} `)[1]?.split('\n')[0] ?? 0)
  const name = 'spotboard_wallet_wait_seconds'
  const all = valueOf(`${name}_count{priority="person"}`)
  return all - valueOf(`${name}_bucket{le="1",priority="person"}`)
}
