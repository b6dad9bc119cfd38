import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchKey } from '#contract/identifier.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { toProblem } from '#lib/http/problem-response.ts'
import { manager } from '#lib/orders/testing/evening.ts'
import { sendTab } from '#lib/tabs/send-tab.ts'
import { settleTab } from '#lib/tabs/settle-tab.ts'
import { bookEvidence, walletEvidence } from './gather-evidence.ts'
import { House } from './house.ts'
import { MemoryDisk } from './memory-disk.ts'
import { judge } from './oracle/judge.ts'
import { comeTo } from './people/guests.ts'
import { seedChance } from './seeded-chance.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWallet } from './wallet/simulated-wallet.ts'
import { quietPlace } from './wallet/site.ts'
import { calm } from './story.ts'

const disk = await MemoryDisk.format()
const tabMinor = 1290
const spotId = 1
const downMs = 2000

/** Begins an evening in which a guest has checked in at a registered table with a tab. */
async function begin() {
  seedChance('1')
  await disk.wipe()
  const time = new VirtualTime(() => disk.rest())
  const wallet = new SimulatedWallet(time, calm, '1', quietPlace)
  comeTo(wallet.world, spotId)
  const { identifier, locationId } = wallet.world.state.tables.spots[spotId] ?? assert.fail()
  await keepTab(identifier, locationId, time.now())
  const stumbles: string[] = []
  const house = new House({ time, disk, wallet, stumbles })
  await time.pass(2000)
  return { time, wallet, house, stumbles }
}

async function keepTab(identifier: string, locationId: number, at: number): Promise<void> {
  await disk.bystander
    .insertInto('tables')
    .values({
      id: 'table',
      location_id: locationId,
      identifier,
      match_key: matchKey(identifier),
      name: identifier,
      area: null,
      seats: null,
      position: 0,
      state: 'in_use',
      version: 1,
      created_at: at,
      checked_at: null,
      checked_by: null,
    })
    .execute()
  const lines = JSON.stringify([{ title: 'Latte', quantity: 1, unitPriceMinor: tabMinor }])
  const kept = { note: null, discount_minor: 0, total_minor: tabMinor }
  await disk.bystander
    .insertInto('tabs')
    .values({ table_id: 'table', lines, ...kept, version: 1, changed_at: at, changed_by: 'Ona' })
    .execute()
}

const acts = {
  send: (intentId: string) =>
    sendTab({ intentId, tableId: 'table', expectedVersion: 1, ...manager }),
  settle: (intentId: string) =>
    settleTab({
      intentId,
      tableId: 'table',
      expectedVersion: 1,
      settlement: { with: 'cash' },
      ...manager,
    }),
}

/** What a device does, and what it is told, a problem by its code: it asks with the same key until it has an answer, which two of them may do at once. */
async function ask(
  { house, time }: Awaited<ReturnType<typeof begin>>,
  act: keyof typeof acts,
  intentId: string,
): Promise<string> {
  for (;;) {
    const life = house.life()
    const answer = life.isAlive() ? askOnce(life.started, act, intentId) : undefined
    const told = await Promise.race([answer ?? life.ended, life.ended.then(() => undefined)])
    if (typeof told === 'string') return told
    await new Promise<void>((resolve) => {
      time.after(3000, resolve)
    })
  }
}

async function askOnce(started: Promise<void>, act: keyof typeof acts, intentId: string) {
  await started
  // The floor has to know that somebody sits there, as a screen that shows the button does.
  await liveFloor()
  try {
    await acts[act](intentId)
    return 'done'
  } catch (error) {
    return toProblem(error).code
  }
}

for (const [what, askers] of [
  ['one person sends', ['send']],
  ['two people send', ['send', 'send']],
  ['one person sends while another takes cash', ['send', 'settle']],
  ['one person takes cash', ['settle']],
] as const) {
  test(`law 2: ${what}, and wherever the process dies the tab is in one place, once`, async () => {
    let crashes = 0
    let statements = 0
    // Until the process no longer comes so far.
    for (; crashes === statements; statements += 1) {
      const evening = await begin()
      const { time, house, wallet, stumbles } = evening
      const life = house.life()
      life.crashAfterStatements(statements, downMs)
      const told: string[] = []
      const asking = askers.map(async (act, index) => {
        told.push(await ask(evening, act, `intent of person ${index}`))
      })
      for (let waitedMs = 0; waitedMs < 300_000 && told.length < askers.length; waitedMs += 1000) {
        await time.pass(1000)
      }
      await Promise.all(asking)
      if (!life.isAlive()) crashes += 1
      await time.pass(120_000)
      house.shut()

      const book = await bookEvidence(disk.bystander)
      const tab = await disk.bystander.selectFrom('tabs').selectAll().executeTakeFirstOrThrow()
      const where = `after ${statements} statements`
      assert.equal(told.filter((one) => one === 'done').length, 1, `${where}: ${told.join(', ')}`)
      assert.deepEqual([tab.total_minor, book.orders.length], [0, 1], where)
      assert.deepEqual(
        book.versions.map(({ total_minor: totalMinor }) => totalMinor),
        [tabMinor],
        where,
      )
      const evidence = { wallet: walletEvidence(wallet.world), book, asked: [], stumbles }
      assert.deepEqual(judge(evidence), [], where)
    }
    assert.ok(crashes > 10, `it died at ${crashes} places`)
  })
}
