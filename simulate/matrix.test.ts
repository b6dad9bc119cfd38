import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cells, playCell } from './matrix.ts'
import { Disk } from './mortal-database.ts'

const disk = await Disk.format()

describe('laws 1 to 4: whatever goes wrong with a writing call, its act comes right', () => {
  for (const cell of cells()) {
    const { call, fault, merchantSeesOrders, duplicateKey } = cell
    const wallet = `${merchantSeesOrders ? 'shown' : 'hidden'} orders, doubled keys ${duplicateKey === 'allow' ? 'allowed' : 'refused'}`
    test(`${call} meets ${fault} (${wallet})`, async () => {
      const { flaws, story } = await playCell(cell, disk)
      assert.deepEqual(flaws, [], story)
    })
  }
})
