import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { mock, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { applyFloorPatch, type Floor, type Tile } from '#contract/floor.ts'
import { permissionsOf } from '#contract/permission.ts'
import { announceSessionEnd } from '#lib/auth/sessions.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { FloorWire } from '#lib/floor/floor-wire.ts'
import { Hub } from '#lib/floor/hub.ts'
import { noMoney } from '#lib/floor/spot-money.ts'
import { tileOfSpot } from '#lib/floor/tile.ts'
import { EventStreams } from './event-streams.ts'

Object.assign(process.env, { LOG_LEVEL: 'silent', SESSION_SECRET: 's'.repeat(40) })

const session: SignedIn = {
  sessionId: 's-1',
  staffId: 'p-1',
  name: 'Ona',
  email: 'ona@cafe.test',
  role: 'staff',
  permissions: permissionsOf('staff'),
}

/** Takes so much that it is asked to wait after each write, until it drains. */
class Screen {
  readonly response: ServerResponse
  isSlow = false
  texts: string[] = []
  seen: Floor | null = null
  lastId: string | null = null
  isEnded = false
  /** Whatever is thrown while it is written to would be lost on the way. */
  readonly faults: string[] = []
  #waits = false

  constructor() {
    this.response = new ServerResponse(new IncomingMessage(new Socket()))
    Object.assign(this.response, {
      write: (text: Buffer) => {
        if (this.#waits) this.faults.push('was written to before it had taken what there was')
        this.#take(text.toString())
        this.#waits = this.isSlow
        return !this.isSlow
      },
      end: () => {
        this.isEnded = true
      },
    })
  }

  drain(): void {
    if (!this.#waits) return
    this.#waits = false
    this.response.emit('drain')
  }

  leave(): void {
    EventEmitter.prototype.emit.call(this.response, 'close')
  }

  #take(text: string): void {
    this.texts.push(text)
    for (const [, event, id = '', json = ''] of text.matchAll(
      /^event: (\w+)\nid: (.+)\ndata: (.+)$/gm,
    )) {
      const data = JSON.parse(json)
      if (event === 'patch') {
        if (data.from !== this.seen?.version) this.faults.push(`heard of ${data.from} too early`)
        this.seen = this.seen && applyFloorPatch(this.seen, data)
      } else this.seen = data
      this.lastId = id
    }
  }
}

function makeStreams(open = new Map([[session.sessionId, session]])) {
  const hub = new Hub()
  const wire = new FloorWire(hub)
  let reads = 0
  const streams = new EventStreams({
    permission: 'see_floor',
    source: {
      currentId: () => wire.currentId(),
      since: (lastId) => wire.since(lastId),
      onNextChange: (wake) => wire.onNextChange(wake),
      isRead: () => (reads += 1),
    },
    findOpenSessions: () => Promise.resolve(open),
  })
  const listen = (screen: Screen, lastId: string | null) =>
    streams.open({
      headers: { get: (name) => (name === 'last-event-id' ? lastId : null) },
      origin: null,
      session,
      response: screen.response,
    })
  return { hub, listen, reads: () => reads }
}

function tileOf(id: number, unpaidMinor: number): Tile {
  const place = { id, identifier: `T${id}`, locationId: 3, title: null }
  const spot = { ...place, status: 'open', since: 1, knownAt: 0 }
  return tileOfSpot(spot, { ...noMoney, unpaidMinor }, 1, 'EUR')
}

const step = fc.oneof(
  fc.record({ act: fc.constant('publish' as const), id: fc.nat(6), money: fc.nat(9) }),
  fc.record({ act: fc.constant('remove' as const), id: fc.nat(6) }),
  fc.record({ act: fc.constantFrom('slow', 'quick', 'drain', 'come_back'), screen: fc.nat(2) }),
  fc.record({ act: fc.constant('come_from' as const), screen: fc.nat(2), lastId: fc.string() }),
  fc.record({ act: fc.constant('turn' as const) }),
)

test('however screens drop, come back and are slow, each ends up with the floor as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const { hub, listen } = makeStreams()
      const screens = [new Screen(), new Screen(), new Screen()]
      for (const screen of screens) listen(screen, null)
      const comeBack = (number: number, lastId: string | null) => {
        const before = screens[number]
        const screen = new Screen()
        before?.leave()
        if (lastId !== null && lastId === before?.lastId) screen.seen = before.seen
        screens[number] = screen
        listen(screen, lastId)
      }
      for (const one of steps) {
        const floor = hub.current()
        if (one.act === 'publish') {
          const others = floor.tiles.filter((tile) => tile.key !== `s${one.id}`)
          hub.publish({ ...floor, tiles: [...others, tileOf(one.id, one.money)] })
        } else if (one.act === 'remove') {
          hub.publish({ ...floor, tiles: floor.tiles.filter((tile) => tile.key !== `s${one.id}`) })
        } else if (one.act === 'turn') await turn()
        else if (one.act === 'come_from') comeBack(one.screen, one.lastId)
        else {
          const screen = screens[one.screen]
          assert.ok(screen)
          if (one.act === 'come_back') comeBack(one.screen, screen.lastId)
          else if (one.act === 'drain') screen.drain()
          else screen.isSlow = one.act === 'slow'
        }
      }
      await turn()
      for (const screen of screens) {
        screen.isSlow = false
        screen.drain()
      }
      for (const screen of screens) {
        assert.deepEqual(screen.faults, [])
        assert.deepEqual(screen.seen, hub.current())
        screen.leave()
      }
    }),
    { numRuns: 300 },
  )
})

test('what changes within one turn goes to all screens as one write of the same bytes', async () => {
  const { hub, listen } = makeStreams()
  const screens = [new Screen(), new Screen()]
  for (const screen of screens) listen(screen, null)
  for (let money = 1; money <= 5; money += 1) {
    hub.publish({ ...hub.current(), tiles: [tileOf(1, money)] })
  }
  await turn()
  for (const screen of screens) {
    assert.equal(screen.texts.length, 2)
    assert.equal(screen.texts[1]?.match(/^event: patch$/gm)?.length, 5)
    assert.deepEqual(screen.seen, hub.current())
    screen.leave()
  }
})

test('a quiet stream says every 10 s that it is alive, somebody looks each second, and within 5 minutes it ends', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_800_000_000_000 })
  try {
    const { listen, reads } = makeStreams()
    const screen = new Screen()
    listen(screen, null)
    const alive = () => screen.texts.filter((text) => text === ': alive\n\n').length
    for (let second = 1; second <= 30; second += 1) mock.timers.tick(1000)
    assert.ok(alive() >= 2 && alive() <= 3, `${alive()} heartbeats in 30 s`)
    assert.ok(reads() >= 30)
    for (let second = 30; second <= 300; second += 1) mock.timers.tick(1000)
    assert.equal(screen.isEnded, true)
    const readsAtEnd = reads()
    mock.timers.tick(60_000)
    assert.equal(reads(), readsAtEnd, 'nobody looks any more')
  } finally {
    mock.timers.reset()
  }
})

test('a session that is over ends its streams at once, one that the database does not know within a second', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_800_000_000_000 })
  try {
    const told = new Screen()
    makeStreams().listen(told, null)
    announceSessionEnd(session.sessionId)
    assert.equal(told.isEnded, true)

    const unknown = new Screen()
    makeStreams(new Map()).listen(unknown, null)
    assert.equal(unknown.isEnded, false)
    mock.timers.tick(1000)
    await turn()
    assert.equal(unknown.isEnded, true)

    const demoted = new Screen()
    makeStreams(new Map([[session.sessionId, { ...session, permissions: [] }]])).listen(
      demoted,
      null,
    )
    mock.timers.tick(1000)
    await turn()
    assert.equal(demoted.isEnded, true)
  } finally {
    mock.timers.reset()
  }
})
