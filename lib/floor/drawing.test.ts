import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveFloor } from './live-floor.ts'
import { readSpot } from './read-spots.ts'
import { openHouse } from './testing/house.ts'

const house = await openHouse()

test('spots that are touched in the same moment are drawn together, each by what it is when it is drawn', async () => {
  const spotIds: number[] = []
  for (const table of ['ONE', 'TWO', 'THREE']) {
    const spotId = await house.scan(`guest of ${table}`, table)
    await readSpot(spotId, 'person')
    spotIds.push(spotId)
  }
  const floor = await liveFloor()
  const revisions = () =>
    floor.hub.current().tiles.map(({ spot, revision }) => [spot?.id, revision] as const)
  const before = new Map(revisions())
  const { version } = floor.hub.current()
  await Promise.all(spotIds.map((spotId) => floor.spotTouched(spotId)))
  assert.equal(floor.hub.current().version, version + 1)
  for (const [spotId, revision] of revisions()) {
    assert.ok(revision > (before.get(spotId) ?? Infinity), `spot ${spotId} is drawn`)
  }
  const [first = 0] = spotIds
  await floor.spotTouched(first)
  assert.equal(floor.hub.current().version, version + 2)
})
