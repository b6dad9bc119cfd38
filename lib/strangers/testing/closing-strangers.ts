import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { database } from '#lib/database/connection.ts'
import { STRANGER_AREA } from '#lib/floor/house-tables.ts'
import { liveFloor, LiveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { draft, stateOf, waiter } from '#lib/orders/testing/evening.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { actByItselfAgain, holdBack } from '#lib/runtime/by-itself.ts'
import { closeNextStranger } from '../close-strangers.ts'
import { REGISTERED, type StrangerHouse } from './stranger-house.ts'

/** What the sandbox says of the calls that it was asked. */
const WalletLog = z.array(z.looseObject({ method: z.string(), path: z.string() }))

/** By the house's rule: when, and whom not. */
export function testClosingStrangers({ house, comes, tile, grace, trail }: StrangerHouse): void {
  const walletSays = async (spotId: number) =>
    (await stateOf(house)).spots.find(({ id }) => id === spotId)?.status
  const countCloses = async () => {
    const calls = WalletLog.parse(await house.control('log'))
    return calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/close')).length
  }

  test('law 7: a stranger is flagged at once, stands apart, and is closed after its grace', async () => {
    await grace(60)
    const { spotId } = await comes()
    const waits = await tile(spotId)
    assert.partialDeepStrictEqual(waits, { isStranger: true, area: STRANGER_AREA })
    assert.equal(waits?.closesAt, (waits?.since ?? 0) + 60_000)
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'waiting')
  })

  test('law 10: the trail says that the rule closed it, and who has set the rule', async () => {
    const { spotId } = await comes('MADE UP \u202e')
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'closed')
    assert.equal(await tile(spotId), undefined, 'it has left the floor')
    const [asked, done] = await trail(spotId)
    assert.partialDeepStrictEqual(asked, {
      act: 'spot.close',
      who: 'Spotboard',
      outcome: 'asked',
      rule: 'close strangers',
      graceSeconds: 0,
      setBy: 'Manager',
      identifier: 'MADE UP ⟪202E⟫',
    })
    assert.partialDeepStrictEqual(done, { act: 'spot.close', who: 'Spotboard', outcome: 'done' })
  })

  test('law 5: on a database that was restored nothing is closed by the rule until a manager goes on', async () => {
    const { spotId } = await comes()
    holdBack()
    try {
      await closeNextStranger()
      assert.equal(await walletSays(spotId), 'waiting')
      assert.deepEqual(await trail(spotId), [])
    } finally {
      actByItselfAgain()
    }
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'closed')
  })

  test('law 7: letter case and space around it make no stranger of a table', async () => {
    for (const identifier of [REGISTERED.toLowerCase(), ` ${REGISTERED} `]) {
      const { spotId } = await comes(identifier)
      assert.equal((await tile(spotId))?.isStranger, undefined)
      await closeNextStranger()
      assert.equal(await walletSays(spotId), 'waiting')
    }
  })

  test('law 7: nothing is closed where somebody was asked to pay, or where a payment is held', async () => {
    await grace(60)
    const { spotId, guest } = await comes()
    const order = await submit(spotId)
    await grace(0)
    await (await liveFloor()).spotTouched(spotId)
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'open')
    await house.control('reserve', { guest, transactionKey: order.transactionKey })
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'open')
    assert.equal((await tile(spotId))?.closesAt, undefined)
  })

  test('law 7: what somebody was asked for in the very moment in which its time came is not ended', async () => {
    const { spotId } = await comes()
    const [order] = await Promise.all([submit(spotId), closeNextStranger()])
    assert.equal(order.status, 'pending')
    assert.equal(await walletSays(spotId), 'open')
  })

  test('law 6: the wallet is asked right before, so that an order of another program is not ended', async () => {
    const { spotId } = await comes()
    const { key } = await wallet().createTransaction({
      description: 'Another program',
      priceMinor: 500,
      currency: 'EUR',
      reserveForSeconds: 3600,
      parameters: {},
    })
    await wallet().createOrder(spotId, key)
    assert.equal((await tile(spotId))?.spot?.status, 'waiting', 'nobody has told the floor')
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'open')
  })

  test('law 6: a guest who has left meanwhile is noticed, and nothing is closed', async () => {
    const { spotId, guest } = await comes()
    await house.control('leave', { guest })
    const before = await countCloses()
    await closeNextStranger()
    assert.equal(await countCloses(), before)
    assert.equal(await tile(spotId), undefined)
  })

  test('law 7: one that is left to people is closed by nobody, and the others in their order, one at a time', async () => {
    await grace(null)
    const { spotId } = await comes()
    assert.equal((await tile(spotId))?.closesAt, undefined)
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'waiting')
    await grace(0)
    const others = [await comes(), await comes(), await comes()]
    for (const [index] of others.entries()) {
      await closeNextStranger()
      const states = await Promise.all(others.map((one) => walletSays(one.spotId)))
      const expected = others.map((_, place) => (place <= index ? 'closed' : 'waiting'))
      assert.deepEqual(states, expected)
    }
    await readSpot(spotId, 'person')
    await (await liveFloor()).spotTouched(spotId)
    await closeNextStranger()
    assert.equal(await walletSays(spotId), 'closed')
  })

  test('law 3: a close of which nobody heard the answer is not made again once its effect is seen', async () => {
    const { spotId } = await comes()
    const match = { method: 'PUT', path: '/close$' }
    await house.control('faults', { match, times: 1, kind: 'reset_after' })
    const before = await countCloses()
    await assert.rejects(closeNextStranger(), { code: 'no_answer' })
    const { hub } = await liveFloor()
    for (;;) {
      const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
      if ((await trail(spotId)).some(({ outcome }) => outcome === 'done')) break
      await changed
    }
    assert.equal(await walletSays(spotId), 'closed')
    assert.equal(await countCloses(), before + 1)
  })

  test('law 6: the grace goes on after a restart, and does not begin anew', async () => {
    await grace(60)
    const { spotId } = await comes()
    const before = await tile(spotId)
    const restarted = await LiveFloor.open(await database())
    const after = restarted.hub.current().tiles.find(({ spot }) => spot?.id === spotId)
    assert.ok(before?.closesAt)
    assert.equal(after?.closesAt, before.closesAt)
  })
}

function submit(spotId: number) {
  return submitOrder({ intentId: randomUUID(), spotId, draft: draft(900), actor: waiter.actor })
}
