import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller } from './core/callers.ts'
import { seededRandom } from './core/chance.ts'
import { guestNamed } from './core/guests.ts'
import { orderStatus } from './core/order-view.ts'
import { createOrder } from './core/orders.ts'
import { guestKey, seededState } from './core/seed.ts'
import { closeSpot, partiesAt } from './core/spots.ts'
import { confirmTransaction, letTimePass } from './core/transactions.ts'
import { scan } from './core/visits.ts'
import { all, change, createWorld, find } from './core/world.ts'
import { SimulatedGuests } from './simulated-guests.ts'
import { Timetable } from './timetable.ts'

const stepMs = 2000
const order = { transaction: { payments: [{ description: 'T', price: 900, currency: 'EUR' }] } }

/** A café in virtual time, with staff who serve whoever waits when they are told to. */
function cafe(seed: string) {
  let clockMs = 1_700_000_000_000
  const random = seededRandom(seed)
  const world = createWorld(seededState(random), () => clockMs, random)
  const timetable = new Timetable(() => clockMs)
  const visitors = new SimulatedGuests(world, timetable, () => {})
  const client = world.state.clients[0]
  assert.ok(client)
  const merchant: Caller = { kind: 'client', client }

  function serve(): void {
    for (const spot of all(world, 'spots')) {
      if (spot.status === 'waiting') {
        change(world, () => createOrder(world, merchant, spot, order, new URLSearchParams()))
      }
    }
    for (const transaction of all(world, 'transactions')) {
      if (transaction.status === 'reserved') confirmTransaction(world, transaction, new Map())
    }
  }

  /** Lets that many minutes pass, looking at everything after each step. */
  function pass(minutes: number, look: () => void = () => {}): void {
    for (let step = 0; step < (minutes * 60_000) / stepMs; step += 1) {
      clockMs += stepMs
      letTimePass(world)
      timetable.kick()
      look()
    }
  }

  const occupied = () => all(world, 'spots').filter((spot) => spot.status !== 'closed')
  return { world, timetable, visitors, merchant, serve, pass, occupied }
}

function stateAfterEvening(seed: string): string {
  const { world, timetable, visitors, serve, pass } = cafe(seed)
  visitors.run(true)
  pass(30, serve)
  timetable.clear()
  return JSON.stringify(world.state)
}

test('over an evening visitors come, pay, now and then refuse, and leave, at five tables at most', () => {
  const { world, timetable, visitors, serve, pass, occupied } = cafe('a whole evening')
  visitors.run(true)
  let fullest = 0
  pass(240, () => {
    serve()
    fullest = Math.max(fullest, occupied().length)
    for (const spot of occupied()) assert.ok(partiesAt(world, spot.id).length <= 1)
  })
  const statuses = all(world, 'transactions').map(({ status }) => status)
  const paid = statuses.filter((status) => status === 'confirmed').length
  const refused = statuses.filter((status) => status === 'rejected').length
  assert.ok(fullest >= 3 && fullest <= 5, `${fullest} tables`)
  assert.ok(paid > 50 && paid < 300, `${paid} paid`)
  assert.ok(refused > 0 && refused < paid / 2, `${refused} refused`)
  timetable.clear()
})

test('a newcomer sees somebody within a minute', () => {
  const { timetable, visitors, pass, occupied } = cafe('newcomer')
  visitors.run(true)
  pass(1)
  assert.ok(occupied().length > 0)
  timetable.clear()
})

test('the same seed makes the same evening', () => {
  assert.equal(stateAfterEvening('one'), stateAfterEvening('one'))
  assert.notEqual(stateAfterEvening('one'), stateAfterEvening('two'))
})

test('where a person sits down beside them, visitors get up and pay nothing', () => {
  const { world, timetable, visitors, merchant, pass, occupied } = cafe('person')
  visitors.run(true)
  pass(2)
  const [spot] = occupied()
  assert.ok(spot)
  const ona = guestNamed(world, 'ona')
  change(world, () => {
    scan(world, ona, `PAYSERA*3:${spot.identifier}`)
    createOrder(world, merchant, spot, order, new URLSearchParams())
  })
  const made = all(world, 'orders').at(-1)
  assert.ok(made)
  pass(60, () => {
    assert.equal(orderStatus(world, made), 'pending')
    assert.equal(find(world, 'checkIns', guestKey('ona'))?.spotId, spot.id)
  })
  assert.deepEqual(partiesAt(world, spot.id), [guestKey('ona')])
  timetable.clear()
})

test('a table that staff opened, with nobody checked in, is not free', () => {
  const { world, timetable, visitors, merchant, pass } = cafe('opened')
  for (const spot of all(world, 'spots').slice(0, 22)) {
    change(world, () => createOrder(world, merchant, spot, order, new URLSearchParams()))
  }
  visitors.run(true)
  pass(20)
  assert.deepEqual(all(world, 'checkIns'), [])
  timetable.clear()
})

test('switched off, nobody comes any more and those who are there finish their visit', () => {
  const { world, timetable, visitors, serve, pass, occupied } = cafe('off')
  visitors.run(true)
  pass(10, serve)
  visitors.run(false)
  const before = all(world, 'orders').length
  pass(60, serve)
  assert.deepEqual(occupied(), [])
  assert.equal(all(world, 'orders').length, before)
  timetable.clear()
})

test('a table that the merchant closes under a visitor is free for the next', () => {
  const { world, timetable, visitors, pass, occupied } = cafe('closed')
  visitors.run(true)
  pass(3)
  for (const spot of occupied()) change(world, () => closeSpot(world, spot))
  assert.deepEqual(all(world, 'checkIns'), [])
  pass(6)
  assert.ok(occupied().length > 0)
  timetable.clear()
})

test('a newcomer sees all of them sit down within a minute, whatever chance says', () => {
  for (const seed of ['a', 'b', 'c', 'd', 'e']) {
    const { timetable, visitors, pass, occupied } = cafe(seed)
    visitors.run(true)
    pass(1)
    timetable.clear()
    assert.equal(occupied().length, 5, seed)
  }
})
