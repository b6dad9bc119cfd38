import { matchKey } from '#contract/identifier.ts'
import { purposeOfCall } from '#lib/floor/call-purpose.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { manager } from '#lib/orders/testing/evening.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { guestNamed } from '#sandbox/core/guests.ts'
import { cafeId } from '#sandbox/core/seed.ts'
import { letTimePass } from '#sandbox/core/transactions.ts'
import { scan } from '#sandbox/core/visits.ts'
import { all, change, find, type World } from '#sandbox/core/world.ts'
import { House } from '../house.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { seedChance } from '../seeded-chance.ts'
import { longWaitsOfPeople, walletSettings } from '../shift/play-shift.ts'
import type { LedgerCall, ShiftResult } from '../shift/ledger.ts'
import { Shift } from '../shift/live-through.ts'
import { minuteMs, planShift } from '../shift/plan.ts'
import { SpotboardDesk } from '../shift/spotboard-desk.ts'
import { VirtualTime } from '../virtual-time.ts'
import { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import { spotsIn, terraceId } from '../wallet/site.ts'

export interface FloodSettings {
  seed: number
  /** Registered tables, at which guests come and order as in the first hours of a shift. */
  tables: number
  /** How many codes nobody has printed are scanned within one minute, and when that begins. */
  codes: number
  atMs: number
  /** Guests come no more after `guestsForMs`. */
  guestsForMs: number
  forMs: number
}

/** A call that closed a spot without anybody's asking. */
export interface RuledClosing {
  atMs: number
  identifier: string
  locationId: number
  hadOrders: boolean
}

export interface FloodResult extends ShiftResult {
  closings: RuledClosing[]
  /** Those that waited when the shift began and are to be left alone, and what became of them. */
  leftAlone: { identifier: string; status: string }[]
  /** How many of the made-up codes nobody has closed yet. */
  stillWaiting: number
  alarms: number
  /** How many spots the server keeps in mind, and how many intents, visits and strangers the database holds. */
  kept: Record<string, number>
}

/** Beside the tables: spots of a second location where nothing is registered. */
const terrace = 3
const asked = 3

/** Lives through a flood of made-up codes in a busy house. */
export async function playFlood(settings: FloodSettings): Promise<FloodResult> {
  const { seed, tables, codes, atMs, guestsForMs, forMs } = settings
  seedChance(`flood ${seed}`)
  const time = new VirtualTime()
  const calls: LedgerCall[] = []
  const closings: RuledClosing[] = []
  const site = {
    spots: tables + terrace,
    terraceFrom: tables + 1,
    isLimited: true,
    notesPayable: false,
    onCall: ({ method, target }: { method: string; target: string }) => {
      const purpose = purposeOfCall().name
      calls.push({ atMs: time.uptime(), purpose })
      const spotId = /\/spot\/(\d+)\/close$/.exec(target)?.[1]
      if (method !== 'PUT' || spotId === undefined || purpose === 'person') return
      const spot = find(wallet.world, 'spots', spotId)
      const { identifier = '', locationId = 0, orderIds = [] } = spot ?? {}
      closings.push({ atMs: time.uptime(), identifier, locationId, hadOrders: orderIds.length > 0 })
    },
  }
  const wallet = new SimulatedWallet(time, walletSettings, String(seed), site)
  const disk = await MemoryDisk.format()
  const stumbles: string[] = []
  const house = new House({ time, disk, wallet, stumbles })
  await house.life().started
  await register(disk, wallet.world, tables)
  const desk = await SpotboardDesk.open(time)

  const left = strangersApart(wallet.world, tables)
  const plan = planShift(seed, tables)
  const visits = plan.visits.filter(
    ({ kind, arrivesMs }) => kind === 'guest' && arrivesMs < guestsForMs,
  )
  const guests = spotsIn({ spots: tables })
  const shift = new Shift({ ...plan, visits, outages: [] }, time, wallet.world, desk, guests)
  shift.begin()
  for (let code = 0; code < codes; code += 1) {
    time.after(atMs + (code * minuteMs) / codes, () => comeWith(wallet.world, `MADE UP ${code}`))
  }
  time.after(atMs + minuteMs, () => void askStrangers(wallet.world, desk, codes))
  await time.pass(forMs)

  const { sights, unseen, ordersPaid } = shift
  const longWaits = await longWaitsOfPeople()
  const kept = await whatIsKept(disk)
  const alarms = await countActs(disk, 'strangers.burst')
  house.shut()
  const spots = all(wallet.world, 'spots')
  return {
    calls,
    sights,
    unseen,
    ordersPaid,
    longWaits,
    refusedAsTooMany: wallet.refusedAsTooMany,
    stumbles,
    closings,
    leftAlone: left.map((spotId) => {
      const { identifier = '', status = '' } = find(wallet.world, 'spots', spotId) ?? {}
      return { identifier, status }
    }),
    stillWaiting: spots.filter(
      ({ identifier, status }) => identifier.startsWith('MADE UP') && status === 'waiting',
    ).length,
    alarms,
    kept,
  }
}

async function register(disk: MemoryDisk, world: World, count: number): Promise<void> {
  const tables = spotsIn({ spots: count }).map((spotId) => {
    const identifier = find(world, 'spots', spotId)?.identifier ?? ''
    return { locationId: cafeId, identifier, name: identifier, area: null, seats: null }
  })
  await addTables(disk.bystander, manager.actor, { tables })
  await (await liveFloor()).tablesChanged()
}

/** Who waits where no rule may close: at a real table in another letter case, and where no table is registered. */
function strangersApart(world: World, tables: number): number[] {
  const real = find(world, 'spots', tables)?.identifier ?? ''
  const lower = real.toLowerCase()
  if (matchKey(lower) !== matchKey(real)) throw new Error('The case of a letter made another table')
  return [
    comeWith(world, lower),
    comeWith(world, ` ${real} `),
    comeWith(world, 'NOBODY KNOWS', terraceId),
  ]
}

/** Staff ask some of the strangers to pay, who may be guests with a misprinted code. */
async function askStrangers(world: World, desk: SpotboardDesk, codes: number): Promise<void> {
  const strangers = all(world, 'spots').filter(({ identifier }) => identifier.startsWith('MADE UP'))
  for (const { id } of strangers.slice(Math.floor(codes / 2), Math.floor(codes / 2) + asked)) {
    await desk.ask(id, 500)
  }
}

function comeWith(world: World, identifier: string, locationId = cafeId): number {
  letTimePass(world)
  const guest = guestNamed(world, `somebody with ${identifier} at ${locationId}`)
  return change(world, () => scan(world, guest, `PAYSERA*${locationId}:${identifier}`)).id
}

async function whatIsKept({ bystander: db }: MemoryDisk): Promise<Record<string, number>> {
  const kept: Record<string, number> = { inMind: (await liveFloor()).spots().size }
  for (const table of ['spots', 'visits', 'intents', 'strangers', 'audit'] as const) {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    kept[table] = count
  }
  return kept
}

async function countActs({ bystander: db }: MemoryDisk, act: string): Promise<number> {
  const rows = await db.selectFrom('audit').select('sequence').where('act', '=', act).execute()
  return rows.length
}
