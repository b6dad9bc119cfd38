import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tileNamed } from '#components/floor/testing/tile-fixture.ts'
import { houseLocations } from './house-locations.ts'

const at = (locationId: number | null, area: string | null) =>
  tileNamed('T', { area, spot: { id: 1, identifier: 'T', locationId, status: 'closed' } })

test('each location of the house is listed once, by its name, also one that only a rule names', () => {
  const tiles = [at(3, 'Hall'), at(3, null), at(4, 'Bar'), at(null, 'Nowhere'), at(5, null)]
  assert.deepEqual(houseLocations(tiles, [{ locationId: 9 }]), [
    { id: 5, name: '#5' },
    { id: 9, name: '#9' },
    { id: 4, name: 'Bar' },
    { id: 3, name: 'Hall' },
  ])
})

test('the only location is called like the house, also where its tables stand in areas of their own', () => {
  const table = { ...at(3, 'Terrace'), tableId: 'x' }
  const stranger = { ...at(3, 'Unregistered codes'), isStranger: true }
  assert.deepEqual(houseLocations([table, stranger], [], 'Cool caffe'), [
    { id: 3, name: 'Cool caffe' },
  ])
  assert.deepEqual(houseLocations([table, at(4, 'Bar')], [], 'Both'), [
    { id: 3, name: '#3' },
    { id: 4, name: 'Bar' },
  ])
})
