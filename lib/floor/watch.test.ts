import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Floor, Tile } from '#contract/floor.ts'
import { liveFloor } from './live-floor.ts'
import { readSpot, watchSpots } from './read-spots.ts'
import { openHouse } from './testing/house.ts'
import { floorWatch } from './watch.ts'

const house = await openHouse({ timeoutMs: 300 })

/** Waits, as a screen does, until the floor says so. */
async function floorSays(is: (floor: Floor) => boolean): Promise<Floor> {
  const { hub } = await liveFloor()
  while (!is(hub.current())) {
    await new Promise<void>((resolve) => hub.onNextChange(resolve))
  }
  return hub.current()
}

const tileOf = (floor: Floor, spotId: number): Tile | undefined =>
  floor.tiles.find((tile) => tile.spot?.id === spotId)

const statusIs = (spotId: number, status: string) => (floor: Floor) =>
  tileOf(floor, spotId)?.spot?.status === status

before(async () => {
  floorWatch().look()
  watchSpots()
  await floorSays((floor) => floor.asOf !== null && floor.tiles.length > 1)
})

test('the free tables of the location are on the floor before anybody has scanned them', async () => {
  const floor = await floorSays((one) => one.title !== '')
  assert.equal(floor.title, 'Cool caffe')
  assert.ok(floor.tiles.every((tile) => tile.spot?.status === 'closed'))
})

test('a guest who checks in is seen waiting, with the time of the first sight', async () => {
  const spotId = await house.scan('ona', 'TABLE1')
  floorWatch().readSoon('waiting')
  const floor = await floorSays(statusIs(spotId, 'waiting'))
  assert.ok((tileOf(floor, spotId)?.since ?? 0) > 0)
})

test('law 6: a guest who leaves turns the table free only after the wallet was asked for it', async () => {
  const spotId = await house.scan('jonas', 'TABLE2')
  floorWatch().readSoon('waiting')
  await floorSays(statusIs(spotId, 'waiting'))
  await house.control('leave', { guest: 'jonas' })
  floorWatch().readSoon('waiting')
  await floorSays(statusIs(spotId, 'closed'))
})

test('law 7: an identifier that anybody made up is only ever text, with its tricks in sight', async () => {
  const spotId = await house.scan('rasa', '<img onerror=x>\u202e')
  const seen = await readSpot(spotId, 'person')
  const tile = tileOf((await liveFloor()).hub.current(), spotId)
  assert.equal(tile?.name, '<img onerror=x>⟪202E⟫')
  assert.equal(seen?.identifier, '<img onerror=x>\u202e')
})

test('law 9: while the wallet fails, the floor stays, says why and since when, and recovers by itself', async () => {
  const kinds = {
    refuse: 'wallet_unreachable',
    garbage: 'wallet_garbled',
    slow: 'wallet_unreachable',
  }
  for (const [kind, cause] of Object.entries(kinds)) {
    const tiles = (await liveFloor()).hub.current().tiles.length
    const match = { path: '/rest/v1/' }
    await house.control('faults', { match, times: 2, kind, delayMs: 2000 })
    floorWatch().readSoon('waiting')
    const troubled = await floorSays((floor) => floor.trouble?.cause === cause)
    assert.equal(troubled.tiles.length, tiles)
    await floorSays((floor) => floor.trouble === null)
  }
})

test('law 9: wrong credentials are named as what they are', async () => {
  const match = { path: '/rest/v1/spots' }
  await house.control('faults', {
    match,
    times: 2,
    kind: 'status_before',
    status: 401,
    body: { error: 'unauthorized' },
  })
  floorWatch().readSoon('waiting')
  await floorSays((floor) => floor.trouble?.cause === 'wallet_refuses')
  await floorSays((floor) => floor.trouble === null)
})
