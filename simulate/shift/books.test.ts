import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purposeOfCall } from '#lib/floor/call-purpose.ts'
import { forceTransaction } from '#sandbox/core/transactions.ts'
import { all, change } from '#sandbox/core/world.ts'
import { House } from '../house.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { comeTo, payAt } from '../people/guests.ts'
import { seedChance } from '../seeded-chance.ts'
import { VirtualTime } from '../virtual-time.ts'
import { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import { spotsIn } from '../wallet/site.ts'
import { busiestHour, type LedgerCall } from './ledger.ts'
import { hourMs } from './plan.ts'
import { SpotboardDesk } from './spotboard-desk.ts'

const site = { spots: 40, isLimited: true, notesPayable: false }
const payments = 120
/** What `sweep.ts` promises. */
const mostAnHour = 12
const walletSettings = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

test('law 8: the comparison of the books stays within its share of the hour, even where every payment differs', async () => {
  seedChance('books')
  const time = new VirtualTime()
  const calls: LedgerCall[] = []
  const onCall = () => calls.push({ atMs: time.uptime(), purpose: purposeOfCall().name })
  const wallet = new SimulatedWallet(time, walletSettings, 'books', { ...site, onCall })
  const stumbles: string[] = []
  const disk = await MemoryDisk.format()
  const house = new House({ time, disk, wallet, stumbles })
  await house.life().started
  const desk = await SpotboardDesk.open(time)
  const [spotId = 0] = spotsIn(site)
  comeTo(wallet.world, spotId)

  const evening = (async () => {
    for (let payment = 0; payment < payments; payment += 1) {
      const asked = await desk.ask(spotId, 1000 + payment)
      assert.ok(payAt(wallet.world, spotId, asked.key))
      await desk.seeHeld(asked)
      await desk.confirm(asked)
    }
  })()
  await time.pass(3 * hourMs)
  await evening
  const confirmed = all(wallet.world, 'transactions').filter(({ status }) => status === 'confirmed')
  assert.equal(confirmed.length, payments)
  const ofBooks = () => calls.filter(({ purpose }) => purpose === 'books')
  const quiet = ofBooks().length
  assert.ok(quiet > 0 && busiestHour(ofBooks()) <= mostAnHour, `${quiet} calls while all was right`)

  for (const { key } of confirmed) {
    change(wallet.world, () => forceTransaction(wallet.world, key, { priceMinor: 1 }))
  }
  const from = calls.length
  await time.pass(4 * hourMs)
  const found = calls.slice(from).filter(({ purpose }) => purpose === 'books')
  assert.ok(found.length > 3 * (mostAnHour / 2), `${found.length} calls about what differs`)
  assert.ok(busiestHour(ofBooks()) <= mostAnHour, `${busiestHour(ofBooks())} calls in an hour`)
  const differences = await disk.bystander.selectFrom('differences').selectAll().execute()
  assert.ok(differences.length > 10, `${differences.length} differences found`)
  assert.deepEqual(stumbles, [])
  house.shut()
})
