import type { Caller } from './callers.ts'
import { guestNamed } from './guests.ts'
import { createOrder } from './orders.ts'
import { checkIn, spotById } from './spots.ts'
import { readTransaction } from './transaction-input.ts'
import { createTransaction, requireTransaction, reserveTransaction } from './transactions.ts'
import { put, remove, shownNowS, type World } from './world.ts'

const orderedKeys = ['Pu5CPePCkm3TJPlkcbcshzkIlxeLU3WR', '2jStyeyh7zGQa9Q0dD6TOsEM04JPrWMO']
const reservedKey = 'pDAlAZ3z'

/**
 * Brings a freshly seeded wallet to the moment that the reference's examples speak of: spot 1 open
 * with orders 52 and 53 and the example's own client checked in, a guest waiting elsewhere, and a
 * reserved transaction to confirm.
 */
export function setReferenceScene(world: World): void {
  const client = world.state.clients[0]
  if (!client) throw new Error('The seed has no client')
  const merchant: Caller = { kind: 'client', client }
  checkIn(world, merchant, spotById(world, 1))
  for (const key of orderedKeys) {
    addTransaction(world, key, client.projectId)
    const order = { transaction_key: key }
    createOrder(world, merchant, spotById(world, 1), order, new URLSearchParams())
  }
  const guest = guestNamed(world, 'ona')
  checkIn(world, { kind: 'guest', guest }, spotById(world, 15))
  addTransaction(world, reservedKey, client.projectId)
  reserveTransaction(world, guest, reservedKey)
}

function addTransaction(world: World, key: string, projectId: number): void {
  const payment = { description: 'Coffee and cake', price: 1299, currency: 'EUR' }
  const input = readTransaction({ payments: [payment] }, true, shownNowS(world))
  const made = createTransaction(world, input, { projectId, locationId: 3 })
  const transaction = requireTransaction(world, made.key)
  remove(world, 'transactions', made.key)
  put(world, 'transactions', key, { ...transaction, key })
}
