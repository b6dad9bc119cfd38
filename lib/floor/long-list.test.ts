import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { LongList } from './long-list.ts'

/** A wallet whose list of waiting spots is what the test says at the moment. */
class Lists {
  spots: WalletSpot[] = []
  pages = 0
  time = 0

  list = new LongList(
    ({ limit, offset }) => {
      this.pages += 1
      const items = this.spots.slice(offset, offset + limit)
      return Promise.resolve({ items, total: this.spots.length })
    },
    () => (this.time += 1),
  )

  fill(count: number, firstId = 1): this {
    this.spots = Array.from({ length: count }, (_, index) => waiting(firstId + index))
    return this
  }
}

function waiting(id: number): WalletSpot {
  return { id, status: 'waiting', identifier: `S${id}` }
}

function idsOf(spots: readonly WalletSpot[]): number[] {
  return spots.map(({ id }) => id)
}

test('a list of up to two pages is read whole each time, its first page once', async () => {
  const lists = new Lists().fill(150)
  assert.deepEqual((await lists.list.read()).spots, lists.spots)
  assert.equal(lists.pages, 1)
  lists.fill(400)
  const part = await lists.list.read()
  assert.equal(part.isWhole, true)
  assert.deepEqual(idsOf(part.spots), idsOf(lists.spots))
})

test('law 8: however long a list is, one reading of it takes one call', async () => {
  for (const count of [401, 1000, 10_000]) {
    const lists = new Lists().fill(count)
    for (let reading = 1; reading <= 20; reading += 1) {
      await (reading % 2 === 1 ? lists.list.read() : lists.list.readOther())
      assert.equal(lists.pages, reading)
    }
  }
})

test('nothing is read behind the first page of a short list', async () => {
  const lists = new Lists().fill(400)
  assert.equal(await lists.list.readOther(), null)
  await lists.list.read()
  assert.deepEqual(
    [await lists.list.readOther(), lists.list.isLong(), lists.pages],
    [null, false, 3],
  )
})

test('law 6: a round of readings sees every entry of a long list, and says when it began', async () => {
  const lists = new Lists().fill(1000)
  const seen = new Set(idsOf((await lists.list.read()).spots))
  let began: number | null = null
  for (let reading = 0; began === null && reading < 50; reading += 1) {
    await lists.list.read()
    const part = await lists.list.readOther()
    for (const id of idsOf(part?.spots ?? [])) seen.add(id)
    began = part?.roundSince ?? null
  }
  assert.equal(began, 3)
  assert.equal(seen.size, 1000)
})

test('law 6: a new guest at either end of a long list is seen within two readings', async () => {
  for (const isFirst of [true, false]) {
    const lists = new Lists().fill(1000, 100)
    await lists.list.read()
    lists.spots = isFirst ? [waiting(1), ...lists.spots] : [...lists.spots, waiting(5000)]
    const first = await lists.list.read()
    const other = await lists.list.readOther()
    const ids = idsOf([...first.spots, ...(other?.spots ?? [])])
    assert.ok(ids.includes(isFirst ? 1 : 5000))
  }
})

test('what the first page holds is known at once where the wallet sorts by id, and nothing where it does not', async () => {
  const lists = new Lists().fill(1000)
  assert.equal((await lists.list.read()).knownTo, 200)
  lists.spots = lists.spots.toReversed()
  assert.equal((await lists.list.read()).knownTo, 0)
  lists.fill(10)
  assert.equal((await lists.list.read()).knownTo, Infinity)
})

test('a list that gets short again is read whole', async () => {
  const lists = new Lists().fill(1000)
  await lists.list.read()
  await lists.list.readOther()
  lists.fill(40)
  const { isWhole, spots } = await lists.list.read()
  assert.deepEqual([isWhole, spots.length, await lists.list.readOther()], [true, 40, null])
})
