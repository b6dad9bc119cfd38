import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import type { Clock } from '#lib/runtime/clock.ts'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { goNoMore, goTo } from './go.ts'
import { GOING_MS, whyOver } from './goings.ts'
import { LiveFloor } from './live-floor.ts'
import { presentVisit } from './spot-store.ts'

const SPOT = 7
const rasa = personNamed('Rasa')
const jonas = personNamed('Jonas')

function personNamed(name: string): Actor & { staffId: string } {
  return { staffId: `staff ${name}`, name, sessionId: null, address: null }
}

test('somebody goes until an order is there, what was needed is over, or three minutes have passed', () => {
  const going = { spotId: SPOT, staffId: 'a', name: 'Rasa', state: 'waiting', since: 1_000 }
  const rows: [state: string, hasNewOrder: boolean, at: number, why: string | null][] = [
    ['waiting', false, 1_000 + GOING_MS - 1, null],
    ['waiting', false, 1_000 + GOING_MS, 'lapsed'],
    ['waiting', true, 2_000, 'order'],
    ['open', false, 2_000, 'state'],
    ['free', false, 2_000, 'state'],
    ['held', false, 2_000, 'state'],
  ]
  for (const [state, hasNewOrder, at, why] of rows) {
    assert.equal(whyOver(going, { state, hasNewOrder }, at), why)
  }
})

eachDatabase('who goes', (open) => {
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
  const goingNow = () => floor.hub.current().tiles[0]?.going ?? null
  const acts = async () =>
    (await db.selectFrom('audit').select(['act', 'actor_name', 'detail']).execute()).map(
      ({ act, actor_name: who, detail }) => `${who} ${act} ${JSON.parse(detail).why ?? ''}`.trim(),
    )

  async function beginLife(): Promise<void> {
    due = []
    beginAnotherLife({ clock })
    floor = await LiveFloor.open(db)
    beginAnotherLife({ clock, 'live-floor': Promise.resolve(floor) })
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
    // What was due queued up behind each other; a change that asks for nothing comes after all of it.
    await floor.change(SPOT, async () => {})
  }

  beforeEach(async () => {
    ;({ db } = await open())
    await beginLife()
    await seen('waiting')
  })

  test('of two people at once the first one stands, and the second is told who goes', async () => {
    const [first, second] = await Promise.allSettled([goTo(SPOT, rasa), goTo(SPOT, jonas)])
    assert.equal(first.status, 'fulfilled')
    assert.ok(second.status === 'rejected')
    assert.equal(second.reason.code, 'conflict')
    assert.deepEqual(second.reason.members, { going: goingNow() })
    assert.deepEqual(goingNow(), { staffId: rasa.staffId, name: 'Rasa', since: time })
    await assert.rejects(goNoMore(SPOT, jonas), { code: 'conflict' })
    assert.equal(goingNow()?.name, 'Rasa')
  })

  test('law 10: who goes, who takes it back and why it ended stand in the trail, each once', async () => {
    await goTo(SPOT, rasa)
    await goTo(SPOT, rasa)
    assert.equal(await goNoMore(SPOT, rasa), null)
    assert.equal(await goNoMore(SPOT, rasa), null)
    await goTo(SPOT, jonas)
    await seen('open')
    assert.equal(goingNow(), null)
    assert.deepEqual(await acts(), [
      'Rasa spot.go',
      'Rasa spot.go_no_more taken_back',
      'Jonas spot.go',
      'Spotboard spot.go_no_more state',
    ])
  })

  test('three minutes without an order end it by themselves, and another one can go', async () => {
    await goTo(SPOT, rasa)
    await pass(GOING_MS - 1)
    assert.equal(goingNow()?.name, 'Rasa')
    await pass(1)
    assert.equal(goingNow(), null)
    await goTo(SPOT, jonas)
    assert.equal(goingNow()?.name, 'Jonas')
  })

  test('it survives a restart, and ends after it in the time that was left', async () => {
    await goTo(SPOT, rasa)
    time += 60_000
    await beginLife()
    assert.equal(goingNow()?.name, 'Rasa')
    await pass(GOING_MS - 60_000)
    assert.equal(goingNow(), null)
    await beginLife()
    assert.equal(goingNow(), null)
  })

  test('an order that anybody puts on the spot ends it', async () => {
    await goTo(SPOT, rasa)
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('orders')
        .values({
          id: 'order',
          spot_id: SPOT,
          visit_id: await presentVisit(trx, SPOT),
          version: 1,
          status: 'sending',
          closed_as: null,
          settled_with: null,
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
          closed_at: null,
          settled_at: null,
          settled_by: null,
        })
        .execute()
    })
    await floor.spotTouched(SPOT)
    assert.equal(goingNow(), null)
    assert.equal((await acts()).at(-1), 'Spotboard spot.go_no_more order')
  })

  test('nobody goes where nobody needs a person, nor to a spot that is not on the floor', async () => {
    await seen('closed')
    await assert.rejects(goTo(SPOT, rasa), { code: 'conflict' })
    await assert.rejects(goTo(99, rasa), { code: 'not_found' })
    assert.deepEqual(await acts(), [])
  })
})
