import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Floor } from '#contract/floor-schema.ts'
import { address } from '#contract/address.ts'
import { Problem } from '#contract/problem-schema.ts'
import { makeTile, openFloorDoor, type FloorDoor } from './testing/floor-door.ts'
import { PLACE } from './testing/screen.ts'

let door: FloorDoor
let cookie: string
before(async () => {
  door = await openFloorDoor()
  const tiles = Array.from({ length: 40 }, (_, index) => makeTile(index + 1, 350))
  door.hub.publish({ ...door.hub.current(), tiles })
  cookie = (await door.signIn('staff')).cookie
  // Whoever reads for the first time changes who follows the floor, and with it the floor.
  const change = new Promise<void>((resolve) => {
    door.hub.onNextChange(resolve)
  })
  await ask('GET', address.floor, { cookie })
  await change
})
after(() => door.close())

async function ask(method: string, path: string, headers: Record<string, string> = {}) {
  const sent = request({ ...PLACE, port: door.port, method, path, headers }).end()
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  assert.ok(answer)
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
}

test('the floor comes as it is, compressed for whoever can take that, under one name', async () => {
  const plain = await ask('GET', address.floor, { cookie })
  assert.equal(plain.status, 200)
  assert.deepEqual(Floor.parse(JSON.parse(plain.body.toString())), door.hub.current())
  assert.equal(plain.headers.etag, `"${door.hub.currentId()}"`)
  assert.equal(plain.headers['content-encoding'], undefined)
  for (const accepted of ['gzip', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.8']) {
    const short = await ask('GET', address.floor, { cookie, 'accept-encoding': accepted })
    assert.equal(short.headers['content-encoding'], 'gzip')
    assert.deepEqual(gunzipSync(short.body), plain.body)
    assert.equal(short.headers.etag, `W/${plain.headers.etag}`)
  }
  for (const accepted of ['br', 'gzip;q=0', 'gzip; q=0.0, br', 'xgzip']) {
    const long = await ask('GET', address.floor, { cookie, 'accept-encoding': accepted })
    assert.equal(long.headers['content-encoding'], undefined, accepted)
    assert.deepEqual(long.body, plain.body)
  }
})

test('every answer of these addresses is kept, sniffed and framed by nobody, and says what it varies by', async () => {
  const answers = [
    await ask('GET', address.floor, { cookie }),
    await ask('GET', address.floor, { cookie, 'if-none-match': `"${door.hub.currentId()}"` }),
    await ask('HEAD', address.floor, { cookie }),
    await ask('HEAD', address.floorStream, { cookie }),
    await ask('GET', address.floor),
    await ask('PUT', address.floorStream),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 304, 200, 200, 401, 405],
  )
  for (const { headers } of answers) {
    assert.match(String(headers['content-security-policy']), /default-src 'none'/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(headers['cache-control'] ?? '', /^(private, no-cache|no-store(, no-transform)?)$/)
  }
  for (const { headers } of answers.slice(0, 3)) assert.equal(headers.vary, 'accept-encoding')
})

test('HEAD tells of the floor what GET does, and sends none of it', async () => {
  const accepted = { cookie, 'accept-encoding': 'gzip' }
  const [get, head] = [
    await ask('GET', address.floor, accepted),
    await ask('HEAD', address.floor, accepted),
  ]
  const { date: _, ...promised } = get.headers
  const { date: __, ...told } = head.headers
  assert.deepEqual(told, promised)
  assert.equal(head.body.length, 0)
})

test('nobody is let in without a session, and no other method is known', async () => {
  const strangers = [
    {},
    { cookie: 'spotboard=x' },
    { cookie: cookie.replace('spotboard', 'other') },
  ]
  for (const path of [address.floor, address.floorStream, `${address.floor}?x=1`]) {
    for (const headers of strangers) {
      const refused = await ask('GET', path, headers)
      assert.equal(refused.status, 401)
      assert.equal(refused.headers['content-type'], 'application/problem+json')
      assert.equal(Problem.parse(JSON.parse(refused.body.toString())).code, 'unauthenticated')
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const refused = await ask(method, path, { cookie })
      assert.equal(refused.status, 405)
      assert.equal(refused.headers.allow, 'GET, HEAD')
      assert.equal(Problem.parse(JSON.parse(refused.body.toString())).code, 'method_not_allowed')
    }
  }
})
