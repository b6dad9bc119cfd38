import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { Menu, type MenuEdit } from '#contract/menu.ts'
import { firstBrokenRow, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { seedMenu } from './practice-menu.ts'
import { readMenu } from './read-menu.ts'
import { saveMenu } from './save-menu.ts'

const actor = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }
const latte = { title: 'Latte', category: 'Coffee', unitPriceMinor: 350, offToday: false }
const soup = { title: 'Soup', category: 'Kitchen', unitPriceMinor: 590, offToday: false }

const save = (db: Database, items: MenuEdit['items'], version: number) =>
  saveMenu(db, actor, { items }, version)

async function lastAct(db: Database) {
  assert.equal(await firstBrokenRow(db), null)
  const row = await db
    .selectFrom('audit')
    .selectAll()
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  return { ...row, detail: JSON.parse(row.detail) }
}

eachDatabase('the menu', (open) => {
  test('is empty at first, and keeps what a manager saves in its order', async () => {
    const { db } = await open()
    assert.deepEqual(await readMenu(db), { version: 0, currency: 'EUR', items: [] })
    const saved = await save(db, [soup, latte], 0)
    assert.equal(saved.version, 1)
    assert.deepEqual(
      saved.items.map((item) => item.title),
      ['Soup', 'Latte'],
    )
    assert.deepEqual(Menu.parse(await readMenu(db)), saved)
    const turned = await save(db, saved.items.toReversed(), 1)
    assert.deepEqual(turned.items, saved.items.toReversed())
  })

  test('refuses a save over a version that is no longer the present one, and shows that one', async () => {
    const { db } = await open()
    const saved = await save(db, [soup], 0)
    await assert.rejects(save(db, [latte], 0), {
      code: 'conflict',
      members: { menu: saved, isOutdated: true },
    })
    assert.deepEqual(await readMenu(db), saved)
  })

  test('of two saves at the same moment one wins and none is mixed', async () => {
    const { db } = await open()
    const saves = await Promise.allSettled([save(db, [soup], 0), save(db, [latte], 0)])
    assert.deepEqual(saves.map((one) => one.status).toSorted(), ['fulfilled', 'rejected'])
    const won = saves.find((one) => one.status === 'fulfilled')
    assert.deepEqual(await readMenu(db), won?.value)
    assert.equal((await db.selectFrom('audit').selectAll().execute()).length, 1)
  })

  test('knows its items by id, and takes neither an unknown id nor one twice', async () => {
    const { db } = await open()
    const [item] = (await save(db, [soup], 0)).items
    assert.ok(item)
    const errors = async (items: MenuEdit['items']) => {
      const paths: string[] = []
      await assert.rejects(save(db, items, 1), (error: Error & { errors?: { path: string }[] }) => {
        paths.push(...(error.errors ?? []).map(({ path }) => path))
        return true
      })
      return paths
    }
    assert.deepEqual(await errors([item, { ...latte, id: 'made-up' }]), ['items.1.id'])
    assert.deepEqual(await errors([item, item]), ['items.1.id'])
    assert.equal((await readMenu(db)).version, 1)
  })

  test('an item keeps its rate of value added tax, and none where it has none', async () => {
    const { db } = await open()
    const saved = await save(db, [{ ...soup, vatRate: 900 }, latte], 0)
    assert.deepEqual(
      saved.items.map((item) => item.vatRate),
      [900, undefined],
    )
    assert.deepEqual(await readMenu(db), saved)
  })

  test('an item that is off today is back after four in the morning', async () => {
    const { db } = await open()
    mock.timers.enable({ apis: ['Date'], now: new Date('2026-05-04T23:00') })
    try {
      const saved = await save(db, [{ ...soup, offToday: true }, latte], 0)
      assert.deepEqual(
        saved.items.map((item) => item.offToday),
        [true, false],
      )
      mock.timers.setTime(new Date('2026-05-05T03:59').getTime())
      assert.equal((await readMenu(db)).items[0]?.offToday, true)
      mock.timers.setTime(new Date('2026-05-05T04:00').getTime())
      assert.equal((await readMenu(db)).items[0]?.offToday, false)
    } finally {
      mock.timers.reset()
    }
  })

  test('the trail says what a save has changed', async () => {
    const { db } = await open()
    const { items } = await save(db, [soup, latte], 0)
    const [first, second] = items
    assert.ok(first && second)
    await save(
      db,
      [
        { ...first, unitPriceMinor: 650 },
        { ...soup, title: 'Bread' },
      ],
      1,
    )
    const act = await lastAct(db)
    assert.equal(act.act, 'menu.save')
    assert.equal(act.actor_name, 'Ona')
    const { added, ...changes } = act.detail
    assert.equal(added[0].title, 'Bread')
    assert.deepEqual(changes, {
      version: 2,
      removed: [second],
      changed: [{ before: first, after: { ...first, unitPriceMinor: 650 } }],
      isReordered: false,
    })
    const { items: now } = await readMenu(db)
    await save(db, now.toReversed(), 2)
    assert.equal((await lastAct(db)).detail.isReordered, true)
  })

  test('practice has something to sell once, and never over what somebody saved', async () => {
    const { db } = await open()
    await seedMenu(db)
    const seeded = Menu.parse(await readMenu(db))
    assert.ok(seeded.items.length >= 24)
    assert.deepEqual(
      [...new Set(seeded.items.map((item) => item.category))],
      ['Coffee', 'Kitchen', 'Sweet', 'Wine', 'Beer', 'Soft drinks'],
    )
    assert.equal((await lastAct(db)).actor_name, spotboard.name)
    await save(db, [], 1)
    await seedMenu(db)
    assert.deepEqual((await readMenu(db)).items, [])
  })
})
