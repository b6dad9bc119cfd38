import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { database } from '#lib/database/connection.ts'
import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { toProblem } from '#lib/http/problem-response.ts'
import { carryOnIntents } from './intents/carry-on.ts'
import { getIntent } from './intents/intents.ts'
import { orderIdOf } from './book/order-book.ts'
import { submitOrder } from './submit-order.ts'
import { draft, payableKeys, settled, stateOf, waiter } from './testing/evening.ts'

const server = await startPostgres()
const house = await openHouse({ databaseUrl: await server.createDatabase('lost_commit') })
after(() => server.stop())

let loses: 'nothing' | 'next intent' | Client = 'nothing'

Client.prototype.query = new Proxy(Reflect.get(Client.prototype, 'query'), {
  apply: async (query, client: Client, [text, ...rest]: unknown[]) => {
    const answer: unknown = await Reflect.apply(query, client, [text, ...rest])
    if (loses === 'next intent' && String(text).startsWith('insert into "intents"')) loses = client
    if (text !== 'commit' || loses !== client) return answer
    loses = 'nothing'
    await client.end()
    throw new Error('Connection terminated unexpectedly')
  },
})

test('law 2: an order whose commit came through without an answer is unknown at first, and is carried on by itself', async () => {
  const spotId = await house.scan('ona', 'TABLE1')
  const intentId = randomUUID()
  const submission = { intentId, spotId, draft: draft(700), actor: waiter.actor }
  await database()
  loses = 'next intent'
  const error = await submitOrder(submission).catch((thrown: unknown) => thrown)
  assert.equal(toProblem(error).code, 'outcome_unknown')
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [])

  await carryOnIntents()
  const order = await settled(orderIdOf(await getIntent(await database(), intentId)))
  assert.equal(order.status, 'pending')
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
  assert.equal((await submitOrder(submission)).id, order.id)
})
