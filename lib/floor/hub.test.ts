import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyFloorPatch, type Floor, type Tile } from '#contract/floor.ts'
import { Hub, type FloorEvent } from './hub.ts'

const tile = (id: number, unpaidMinor: number): Tile => ({
  key: `s${id}`,
  name: `T${id}`,
  spot: { id, identifier: `T${id}`, locationId: 3, status: 'open' },
  area: null,
  asOf: 1,
  going: null,
  since: 1,
  revision: unpaidMinor,
  currency: 'EUR',
  unpaidMinor,
  heldMinor: 0,
  heldSince: null,
  heldCount: 0,
  receivedMinor: 0,
  askingSince: null,
  unsettled: 0,
})

const publish = (hub: Hub, tiles: Tile[]) => hub.publish({ ...hub.current(), tiles })

function fold(floor: Floor | null, events: readonly FloorEvent[]): Floor | null {
  return events.reduce<Floor | null>((seen, { event, data }) => {
    if (event === 'snapshot') return data
    assert.ok(seen)
    assert.equal(seen.version, data.from)
    return applyFloorPatch(seen, data)
  }, floor)
}

test('a screen that drops and comes back at any time sees what the server holds', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ id: fc.integer({ min: 1, max: 4 }), money: fc.nat(5), reads: fc.boolean() }),
        {
          maxLength: 600,
        },
      ),
      (steps) => {
        const hub = new Hub()
        const tiles = new Map<number, Tile>()
        let lastId: string | null = null
        let seen: Floor | null = null
        const read = () => {
          const events = hub.eventsSince(lastId)
          seen = fold(seen, events)
          lastId = events.at(-1)?.id ?? lastId
        }
        for (const { id, money, reads } of steps) {
          tiles.set(id, tile(id, money))
          publish(hub, [...tiles.values()])
          if (reads) read()
        }
        read()
        assert.deepEqual(seen, hub.current())
      },
    ),
  )
})

test('an id of another run, of nonsense, or too old gets the whole floor', () => {
  const hub = new Hub()
  publish(hub, [tile(1, 1)])
  const old = hub.currentId()
  for (let money = 2; money < 400; money += 1) publish(hub, [tile(1, money)])
  for (const id of [null, 'other-1', 'nonsense', '', old]) {
    assert.deepEqual(
      hub.eventsSince(id).map(({ event }) => event),
      ['snapshot'],
      String(id),
    )
  }
  assert.deepEqual(hub.eventsSince(hub.currentId()), [])
})

test('what did not change is not told, and whoever waits is woken once', () => {
  const hub = new Hub()
  let woken = 0
  hub.onNextChange(() => (woken += 1))
  publish(hub, [])
  assert.equal(woken, 0)
  publish(hub, [tile(1, 1)])
  publish(hub, [tile(1, 2)])
  assert.equal(woken, 1)
  assert.equal(hub.current().version, 2)
})

test('what is told to a screen that comes back is never much longer than the whole floor', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ tiles: fc.integer({ min: 1, max: 300 }), drops: fc.boolean() }), {
        maxLength: 30,
      }),
      (steps) => {
        const hub = new Hub()
        let lastId: string | null = null
        for (const [money, { tiles, drops }] of steps.entries()) {
          publish(
            hub,
            Array.from({ length: tiles }, (_, id) => tile(id, money)),
          )
          if (drops) lastId = hub.currentId()
          const told = hub
            .eventsSince(lastId)
            .reduce((sum, { event, data }) => sum + (event === 'patch' ? data.set.length : 0), 0)
          assert.ok(told <= Math.max(200, hub.current().tiles.length))
        }
      },
    ),
  )
})
