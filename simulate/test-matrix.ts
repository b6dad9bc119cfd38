import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Disk } from './disk.ts'
import { cells, playCell } from './matrix.ts'

export function testMatrix(disk: Disk): void {
  describe('laws 1 to 4: whatever goes wrong with a writing call, its act comes right', () => {
    for (const cell of cells()) {
      const { call, fault, merchantSeesOrders, duplicateKey } = cell
      const orders = merchantSeesOrders ? 'shown' : 'hidden'
      const keys = duplicateKey === 'allow' ? 'allowed' : 'refused'
      test(`${call} meets ${fault} (orders ${orders}, a key on two orders ${keys})`, async () => {
        const { flaws, story } = await playCell(cell, disk)
        assert.deepEqual(flaws, [], story)
      })
    }
  })
}
