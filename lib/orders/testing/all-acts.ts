import 'server-only'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { testAtCounter } from './at-counter.ts'
import { testChainedActs } from './chained-acts.ts'
import { testCounterChanges } from './counter-changes.ts'
import { testDividing } from './dividing.ts'
import { testMoneyBack } from './money-back.ts'
import { testMoving } from './moving.ts'
import { testOrderActs } from './order-acts.ts'
import { testReducing } from './reducing.ts'
import { testClosing } from './closing.ts'
import { testLeaving } from './leaving.ts'
import { testSettling } from './settling.ts'
import { testStillOpen } from './still-open.ts'
import { testTimedActs } from './timed-acts.ts'
import { testWithdrawn } from './withdrawn.ts'

/** Everything that can be done with orders, on the database that the house stands on. */
export function testEvening(house: House): void {
  describe('acts on orders', () => testOrderActs(house))
  describe('bills in parts', () => testDividing(house))
  describe('acts that follow each other', () => testChainedActs(house))
  describe('orders that change their table', () => testMoving(house))
  describe('guests who leave the app', () => testLeaving(house))
  describe('guests whose order the wallet withdraws', () => testWithdrawn(house))
  describe('how a spot is closed', () => testClosing(house))
  describe('acts that wait for their time', () => testTimedActs(house))
  describe('orders at the counter', () => testAtCounter(house))
  describe('changes at the counter', () => testCounterChanges(house))
  describe('money given back', () => testMoneyBack(house))
  describe('what guests are asked less', () => testReducing(house))
  describe('what is still open', () => testStillOpen(house))
  describe('orders settled otherwise', () => testSettling(house))
  test('law 10: after all this the trail is whole', async () => {
    assert.equal(await firstBrokenRow(await database()), null)
  })
}
