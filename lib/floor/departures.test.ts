import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { ANSWER_WITHIN_MS, WAIT_MS } from '#contract/departure.ts'
import { tileState } from '#contract/floor.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Clock } from '#lib/runtime/clock.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { alarmAt } from './departures.ts'
import { LiveFloor } from './live-floor.ts'
import { presentVisit } from './spot-store.ts'

const SPOT = 7

test('guests who left are an alarm once they are gone, three minutes without a word, or when nobody waits any more', () => {
  const rows: [answer: string | null, alarm: number | null][] = [
    [null, 1_000 + ANSWER_WITHIN_MS],
    ['gone', 5_000],
    ['wait', 5_000 + WAIT_MS],
    ['here', null],
    ['moved', 5_000 + ANSWER_WITHIN_MS],
    ['written_off', 5_000 + ANSWER_WITHIN_MS],
  ]
  for (const [answer, alarm] of rows) {
    const answeredAt = answer === null ? null : 5_000
    assert.equal(alarmAt({ leftAt: 1_000, answer, answeredAt }), alarm, String(answer))
  }
})

eachDatabase('guests who have left', (open) => {
  let db: Database
  let floor: LiveFloor
  let time = 1_000_000
  let due: { at: number; act: () => void }[] = []
  const clock: Clock = {
    now: () => time,
    uptime: () => time,
    after: (delayMs, act) => {
      const one = { at: time + delayMs, act }
      due.push(one)
      return () => (due = due.filter((other) => other !== one))
    },
  }
  const stateNow = () => floor.hub.current().tiles.map(tileState).join()

  async function beginLife(): Promise<void> {
    due = []
    beginAnotherLife({ clock })
    floor = await LiveFloor.open(db)
  }

  async function seen(status: string): Promise<void> {
    time += 10
    const spot = { id: SPOT, status, identifier: 'T7', placeInfo: { title: 'Hall', locationId: 3 } }
    await floor.learn({ kind: 'spot', spot, startedAt: time, at: time })
  }

  async function pass(ms: number): Promise<void> {
    time += ms
    const now = due.filter(({ at }) => at <= time)
    due = due.filter(({ at }) => at > time)
    for (const { act } of now) act()
    await floor.change(SPOT, async () => {})
  }

  async function book(id: string, status: string, settledWith: string | null = null) {
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('orders')
        .values({
          id,
          spot_id: SPOT,
          visit_id: await presentVisit(trx, SPOT),
          version: 1,
          status,
          closed_as: null,
          settled_with: settledWith,
          wallet_order_id: null,
          transaction_key: null,
          verdict: null,
          created_by: 'Jonas',
          created_at: time,
          reserved_at: null,
          confirmed_at: null,
          notice: null,
          part_number: null,
          part_count: null,
          from_order: null,
        })
        .execute()
      await trx
        .insertInto('order_versions')
        .values({
          order_id: id,
          version: 1,
          lines: '[]',
          note: null,
          discount_minor: 0,
          total_minor: 900,
          currency: 'EUR',
          created_by: 'Jonas',
          created_at: time,
          reason: null,
        })
        .execute()
    })
    await floor.spotTouched(SPOT)
  }

  beforeEach(async () => {
    ;({ db } = await open())
    await beginLife()
    await seen('waiting')
    await seen('open')
  })

  test('law 6: a spot that closed under an unpaid order says so at once, and is an alarm after three minutes', async () => {
    await book('order', 'pending')
    assert.equal(stateNow(), 'open')
    await seen('closed')
    assert.equal(stateNow(), 'left')
    await pass(ANSWER_WITHIN_MS - 1)
    assert.equal(stateNow(), 'left')
    await pass(1)
    assert.equal(stateNow(), 'gone')
  })

  test('the time to answer goes on over a restart', async () => {
    await book('order', 'pending')
    await seen('closed')
    time += 60_000
    await beginLife()
    assert.equal(stateNow(), 'left')
    await pass(ANSWER_WITHIN_MS - 60_000)
    assert.equal(stateNow(), 'gone')
    await beginLife()
    assert.equal(stateNow(), 'gone')
  })

  test('law 6: the next guests are seen waiting, and the alarm comes back when they were seen to', async () => {
    await book('order', 'pending')
    await seen('closed')
    await pass(ANSWER_WITHIN_MS)
    await seen('waiting')
    assert.equal(stateNow(), 'waiting')
    await seen('open')
    assert.equal(stateNow(), 'gone')
  })

  test('nobody left behind what was paid, or taken in cash', async () => {
    await book('paid', 'confirmed')
    await book('taken', 'pending', 'cash')
    await seen('closed')
    assert.equal(stateNow(), 'free')
    assert.deepEqual(due, [])
  })

  test('a held payment of guests who left asks first for a decision, and says that they left', async () => {
    await book('held', 'reserved')
    await seen('closed')
    assert.equal(stateNow(), 'held')
    assert.notEqual(floor.hub.current().tiles[0]?.left, undefined)
  })
})
