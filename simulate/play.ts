import { database } from '#lib/database/connection.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { step } from '#lib/payments/reconcile/sweep.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import { bookEvidence, walletEvidence } from './gather-evidence.ts'
import { House } from './house.ts'
import type { Disk } from './disk.ts'
import type { Evidence } from './oracle/evidence.ts'
import { comeTo } from './people/guests.ts'
import { Staff } from './people/staff.ts'
import type { Schedule } from './schedule.ts'
import { seedChance } from './seeded-chance.ts'
import { happenOnStage } from './stage.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWallet } from './wallet/simulated-wallet.ts'
import { quietPlace, spotsIn } from './wallet/site.ts'

const openingMs = 2000
const lookEveryMs = 5000
const longestWaitMs = 3_600_000
/** At least two readings of the payments by a dashboard that nobody looks at. */
const restMs = 90_000

/**
 * Plays a schedule against Spotboard: the real acts on a real database, the sandbox's rules, virtual time. Afterwards
 * the wallet is healthy and time passes until nothing is at work and the payments have been read again.
 */
export async function play(schedule: Schedule, disk: Disk): Promise<Evidence> {
  seedChance(String(schedule.chance))
  await disk.wipe()
  const { settings, ...place } = schedule.house ?? { settings: {} }
  const isSet = { ...(schedule.closesSettled && { closeSettledAfterMinutes: 1 }), ...settings }
  const value = JSON.stringify(isSet)
  await disk.bystander.insertInto('settings').values({ key: 'house', value }).execute()
  const time = new VirtualTime(() => disk.rest())
  const site = { ...quietPlace, ...place }
  const wallet = new SimulatedWallet(time, schedule.wallet, String(schedule.chance), site)
  if (!schedule.house) for (const spotId of spotsIn(site)) comeTo(wallet.world, spotId)
  const stumbles: string[] = []
  const house = new House({ time, disk, wallet, stumbles })
  const staff = new Staff(house, disk, time, wallet, site.spots)
  await time.pass(openingMs)

  for (const step of schedule.steps) {
    await time.pass(step.afterMs)
    if (schedule.isWatched && house.life().isAlive()) floorWatch().look()
    await staff.lookAtCodes()
    if (house.life().isAlive()) void compareBooks()
    const life = house.life()
    if (step.kill) life.crashAfterStatements(step.kill.statements, step.kill.downMs)
    happenOnStage(step, {
      time,
      wallet,
      crash: life.crash,
      ask: (deed) => void staff.do(deed),
    })
  }
  await time.pass(openingMs)

  wallet.heal()
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookEveryMs) {
    await time.pass(lookEveryMs)
    if (await isQuiet()) break
    if (house.life().isAlive()) void staff.sendWhatAsks()
  }
  if (house.life().isAlive()) void compareBooks()
  await time.pass(restMs)
  house.shut()
  const book = await bookEvidence(disk.bystander)
  return {
    wallet: walletEvidence(wallet.world),
    visitsClosed: wallet.visitsClosed,
    everPayable: wallet.everPayable,
    book,
    asked: staff.asked,
    stumbles,
  }

  async function isQuiet(): Promise<boolean> {
    if (!house.life().isAlive() || staff.isWaiting() || wallet.pendingLate > 0) return false
    const running = await disk.bystander
      .selectFrom('intents')
      .select('id')
      .where('state', 'in', ['running', 'queued'])
      .executeTakeFirst()
    return running === undefined
  }
}

/** Goes on with the comparison of the books out of its turn, so that it meets acts that are under way. */
async function compareBooks(): Promise<void> {
  try {
    await step(await database())
  } catch (error) {
    if (!isWalletError(error)) throw error
  }
}
