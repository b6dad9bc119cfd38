import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Tile } from '#contract/floor.ts'
import { address } from '#contract/address.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { announceSessionEnd, revokeSession } from '#lib/auth/sessions.ts'
import { makeTile, openFloorDoor, type FloorDoor } from './testing/floor-door.ts'
import { listenTo, nothingSeen, PLACE, type Seen } from './testing/screen.ts'

let door: FloorDoor
before(async () => {
  door = await openFloorDoor()
})
after(() => door.close())

let published = 0
/** A floor of so many tiles, of which one is another at each call. */
function publish(tiles = 20): void {
  published += 1
  const before = door.hub.current().tiles
  const changed = makeTile(1 + (published % tiles), published)
  const next: Tile[] =
    before.length === tiles
      ? before.map((tile) => (tile.key === changed.key ? changed : tile))
      : Array.from({ length: tiles }, (_, index) => makeTile(index + 1, published))
  door.hub.publish({ ...door.hub.current(), tiles: next })
}

async function publishUntil(end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    publish()
    await turn()
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!isSo()) {
    assert.ok(performance.now() < deadline, 'waited in vain')
    await turn()
  }
}

const isUpToDate = (seen: Seen) => seen.lastId === door.hub.currentId()

test('after 1,000 forced drops nothing was missed and nothing was told twice', async () => {
  const { cookie } = await door.signIn('staff')
  const screens = Array.from({ length: 20 }, () => nothingSeen())
  const watching = screens.map(async (seen, number) => {
    for (let drops = 0; drops < 50; drops += 1) {
      const stream = await listenTo(door.port, cookie, seen)
      const patience = seen.heard.length + ((drops * 7 + number) % 5)
      await until(() => seen.heard.length > patience)
      stream.drop()
    }
  })
  const publishing = new AbortController()
  const changes = publishUntil(publishing.signal)
  try {
    await Promise.all(watching)
  } finally {
    publishing.abort()
    await changes
  }
  for (const seen of screens) {
    const last = await listenTo(door.port, cookie, seen)
    await until(() => isUpToDate(seen))
    assert.deepEqual(seen.floor, door.hub.current())
    last.drop()
  }
  const heard = screens.flatMap((seen) => seen.heard)
  assert.ok(heard.filter((event) => event === 'patch').length > 1000)
})

test('a session that another process ends loses its stream within 2 s, and nobody else does', async () => {
  const [leaving, staying] = [await door.signIn('staff'), await door.signIn('staff')]
  const [one, other] = [
    await listenTo(door.port, leaving.cookie, nothingSeen()),
    await listenTo(door.port, staying.cookie, nothingSeen()),
  ]
  let hasOtherEnded = false
  void other.ended.then(() => (hasOtherEnded = true))
  const elsewhere = await openDatabase(door.databaseUrl)
  await elsewhere.transaction().execute((trx) => revokeSession(trx, leaving.sessionId))
  const revokedAt = performance.now()
  assert.equal(await one.ended, 'in good order')
  assert.ok(performance.now() - revokedAt < 2000)
  await elsewhere.destroy()
  await assert.rejects(listenTo(door.port, leaving.cookie, nothingSeen()), /401/)
  assert.equal(hasOtherEnded, false)
  other.drop()
})

test('a session that this process ends is refused at the very next request', async () => {
  const { sessionId, cookie } = await door.signIn('staff')
  const stream = await listenTo(door.port, cookie, nothingSeen())
  assert.equal((await read(cookie)).statusCode, 200)
  await door.db.transaction().execute((trx) => revokeSession(trx, sessionId))
  announceSessionEnd(sessionId)
  assert.equal((await read(cookie)).statusCode, 401)
  assert.equal(await stream.ended, 'in good order')
})

test('whoever may not see the floor any more loses the stream within 2 s', async () => {
  const { cookie } = await door.signIn('manager')
  const stream = await listenTo(door.port, cookie, nothingSeen())
  const role = (word: string) =>
    door.db.updateTable('staff').set({ role: word }).where('name', 'like', '%Manager').execute()
  await role('cook')
  const takenAt = performance.now()
  assert.equal(await stream.ended, 'in good order')
  assert.ok(performance.now() - takenAt < 2000)
  await role('manager')
})

test('a reader that takes nothing fills no memory, and sees the newest floor once it reads', async () => {
  const { cookie } = await door.signIn('staff')
  const accepted = once(door.server, 'connection')
  const asked = get({ ...PLACE, port: door.port, path: address.floorStream, headers: { cookie } })
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  const [socket]: Socket[] = await accepted
  assert.ok(answer && socket)
  answer.pause()
  const spots = 300
  let most = 0
  publish(spots)
  const snapshotBytes = Buffer.byteLength(JSON.stringify(door.hub.current()))
  for (let count = 0; count < 20_000; count += 1) {
    publish(spots)
    if (count % 10 === 0) await turn()
    most = Math.max(most, socket.writableLength)
  }
  assert.ok(most > 0, 'the reader has fallen behind')
  assert.ok(most < 2 * snapshotBytes, `${most} bytes waited for it`)

  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => (text += part))
  answer.resume()
  await until(() => text.includes(`id: ${door.hub.currentId()}\n`))
  assert.ok(text.length < 10_000_000, 'most steps in between were left out')
  asked.destroy()
})

test('a slow reader whose session ends is let go of though it does not read', async () => {
  const { cookie, sessionId } = await door.signIn('staff')
  const accepted = once(door.server, 'connection')
  const reader = connect(door.port, '127.0.0.1')
  reader.on('error', () => undefined).pause()
  reader.write(
    `GET ${address.floorStream} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`,
  )
  const [socket]: Socket[] = await accepted
  assert.ok(socket)
  while (!socket.writableNeedDrain) {
    publish(300)
    await turn()
  }
  const closed = once(socket, 'close')
  announceSessionEnd(sessionId)
  await closed
  reader.destroy()
})

test('nothing is left of readers who have gone', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const { cookie } = await door.signIn('staff')
  const gone: WeakRef<object>[] = []
  door.server.on('request', (_, response) => gone.push(new WeakRef(response)))
  for (let count = 0; count < 50; count += 1) {
    const seen = nothingSeen()
    const stream = await listenTo(door.port, cookie, seen)
    await until(() => isUpToDate(seen))
    stream.drop()
  }
  assert.equal(gone.length, 50)
  const isLeft = () => gone.filter((response) => response.deref() !== undefined).length
  const deadline = performance.now() + 10_000
  // The newest one may still be held by what is just being done.
  while (isLeft() > 2 && performance.now() < deadline) {
    await turn()
    collectGarbage()
  }
  assert.ok(isLeft() <= 2, `${isLeft()} of 50 are left`)
})

async function read(cookie: string): Promise<IncomingMessage> {
  const asked = get({ ...PLACE, port: door.port, path: address.floor, headers: { cookie } })
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  assert.ok(answer)
  answer.resume()
  return answer
}
