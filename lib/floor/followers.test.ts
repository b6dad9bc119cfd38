import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Clock } from '#lib/runtime/clock.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { defaultView } from '#contract/view.ts'
import { followedBy, followers } from './followers.ts'
import { LiveFloor } from './live-floor.ts'
import { readView, saveView } from './views.ts'

test('areas are followed together, and all of them as soon as one person follows all', () => {
  const [hall, both, all] = [['Hall'], ['Terrace', 'Hall'], []].map((areas) => ({ areas }))
  assert.ok(hall && both && all)
  assert.deepEqual(followedBy([]), [])
  assert.deepEqual(followedBy([hall]), ['Hall'])
  assert.deepEqual(followedBy([hall, both]), ['Hall', 'Terrace'])
  assert.equal(followedBy([hall, all]), null)
})

eachDatabase('how people see the floor', (open) => {
  test('a view is kept for its person, and one that nobody understands any more is left out', async () => {
    const { db } = await open()
    const mine = { ...defaultView, filter: 'waiting' as const, areas: ['Hall'] }
    assert.deepEqual(await readView(db, 'rasa'), defaultView)
    await saveView(db, 'rasa', { ...mine, layout: 'list' })
    await saveView(db, 'rasa', mine)
    assert.deepEqual(await readView(db, 'rasa'), mine)
    assert.deepEqual(await readView(db, 'jonas'), defaultView)
    await db.updateTable('staff_views').set({ view: '{"filter":"mood"}' }).execute()
    assert.deepEqual(await readView(db, 'rasa'), defaultView)
  })

  test('the floor says what those follow who look at it now, and forgets who has stopped looking', async () => {
    const { db } = await open()
    let time = 1_000
    let due: { at: number; act: () => void }[] = []
    const clock: Clock = {
      now: () => time,
      uptime: () => time,
      after: (delayMs, act) => {
        due.push({ at: time + delayMs, act })
        return () => {}
      },
    }
    const floor = await LiveFloor.open(db)
    const lives = { clock, database: Promise.resolve({ db }), 'live-floor': Promise.resolve(floor) }
    beginAnotherLife(lives)
    const says = async (followed: string[] | null): Promise<void> => {
      while (JSON.stringify(floor.hub.current().followed) !== JSON.stringify(followed)) {
        await new Promise<void>((resolve) => floor.hub.onNextChange(resolve))
      }
    }
    const pass = async (ms: number) => {
      time += ms
      const now = due.filter(({ at }) => at <= time)
      due = due.filter(({ at }) => at > time)
      for (const { act } of now) act()
      await new Promise<void>((resolve) => setImmediate(resolve))
    }

    await saveView(db, 'rasa', { ...defaultView, areas: ['Hall'] })
    followers().look('rasa')
    await says(['Hall'])
    followers().look('jonas')
    await says(null)
    await pass(20_000)
    followers().look('rasa')
    await followers().follow('jonas', ['Terrace'])
    await says(['Hall', 'Terrace'])
    await pass(24_000)
    followers().look('rasa')
    await pass(2_000)
    await says(['Hall'])
    await pass(30_000)
    await says([])
  })
})
