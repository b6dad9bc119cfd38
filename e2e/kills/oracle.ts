import { createHash } from 'node:crypto'
import { hangingKeys, payableKeys, type WalletState } from '../http/wallet-state.ts'

/** One order that somebody asked for, and what they were told in the end. Its amount is no other order's. */
export interface AskedOrder {
  intentId: string
  spotId: number
  amountMinor: number
  /** `unknown`: no answer came, and nobody asked again. */
  told: 'accepted' | 'refused' | 'unknown'
  /** Of an accepted order. */
  orderId?: string
}

/** What is left when everybody has gone home and nothing is at work any more. */
export interface Remains {
  wallet: WalletState
  orders: readonly BookedOrder[]
  intents: readonly { id: string; state: string; order_id: string | null }[]
  trail: readonly TrailRow[]
}

interface BookedOrder {
  id: string
  spot_id: number
  status: string
  closed_as: string | null
  settled_with: string | null
  version: number
  transaction_key: string | null
}

export interface TrailRow {
  sequence: number
  at: number
  actor_id: string | null
  actor_name: string
  session_id: string | null
  address: string | null
  act: string
  subject: string
  outcome: string
  detail: string
  previous_hash: string
  hash: string
}

/** Every promise that was broken, in a sentence each; none when the evening was good. */
export function judge(asked: readonly AskedOrder[], remains: Remains): string[] {
  const payable = payableByAmount(remains.wallet)
  return [
    ...asked.flatMap((order) => judgeOrder(order, payable.get(order.amountMinor) ?? [], remains)),
    ...unasked(asked, payable),
    ...judgeHouse(remains),
  ]
}

/** What has to be true of a house at rest, whatever was asked there. */
export function judgeHouse({ wallet, intents, trail }: Remains): string[] {
  return [
    ...intents
      .filter(({ state }) => state === 'running')
      .map(({ id }) => `intent ${id} is still at work`),
    ...hangingKeys(wallet).map((key) => `law 4: transaction ${key} is on no order and not ended`),
    ...brokenTrail(trail),
  ]
}

interface Payable {
  spotId: number
  key: string
}

function judgeOrder(
  { intentId, spotId, told, orderId }: AskedOrder,
  payable: readonly Payable[],
  { intents, orders, trail }: Remains,
): string[] {
  const intent = intents.find(({ id }) => id === intentId)
  const [found] = payable
  const wrong = (what: string) => [`${told} order of intent ${intentId}: ${what}`]
  if (payable.length > 1) return wrong(`law 2: payable ${payable.length} times`)
  if (found && found.spotId !== spotId) return wrong(`it is on spot ${found.spotId}`)
  if (told === 'refused') return found ? wrong('it is payable') : []
  if (told === 'unknown' && !intent) return found ? wrong('it is payable and not in the book') : []

  const row = orders.find(({ id }) => id === intent?.order_id)
  if (!found) return wrong('it is lost: nothing is payable')
  if (told === 'accepted' && row?.id !== orderId) return wrong(`the book has it as ${row?.id}`)
  if (row?.status !== 'pending' || row.transaction_key !== found.key) {
    return wrong(`the book says ${row?.status} under ${row?.transaction_key}, not ${found.key}`)
  }
  const outcomes = trail
    .filter(({ act, subject }) => act === 'order.submit' && subject === `order ${row.id}`)
    .map(({ outcome }) => outcome)
  return outcomes.join() === 'asked,done' ? [] : wrong(`law 10: the trail says ${outcomes.join()}`)
}

/** Distinct keys (law 2 counts by transaction) that a guest can pay now, by their amounts. */
function payableByAmount(wallet: WalletState): Map<number, Payable[]> {
  const amounts = new Map(
    wallet.transactions.map((one) => [one.transaction_key, one.payments[0]?.price ?? NaN]),
  )
  const found = new Map<number, Payable[]>()
  for (const { id } of wallet.spots) {
    for (const key of payableKeys(wallet, id)) {
      const amount = amounts.get(key) ?? NaN
      found.set(amount, [...(found.get(amount) ?? []), { spotId: id, key }])
    }
  }
  return found
}

function unasked(
  asked: readonly AskedOrder[],
  payable: ReadonlyMap<number, readonly Payable[]>,
): string[] {
  const amounts = new Set(asked.map(({ amountMinor }) => amountMinor))
  return [...payable.keys()]
    .filter((amount) => !amounts.has(amount))
    .map((amount) => `nobody asked for the payable order of ${amount}`)
}

/** Law 10: each row's hash covers the row and the hash before it, and the numbers have no gap. */
function brokenTrail(trail: readonly TrailRow[]): string[] {
  let previous = { sequence: 0, hash: '' }
  for (const row of trail) {
    const { hash, ...rest } = row
    const fits =
      row.sequence === previous.sequence + 1 &&
      row.previous_hash === previous.hash &&
      hash === hashOf(rest)
    if (!fits) return [`law 10: row ${row.sequence} of the trail does not continue the one before`]
    previous = row
  }
  return []
}

export function hashOf(row: Omit<TrailRow, 'hash'>): string {
  const { sequence, at, actor_id, actor_name, session_id, address } = row
  const { act, subject, outcome, detail, previous_hash } = row
  const who = [actor_id, actor_name, session_id, address]
  const fields = [sequence, at, ...who, act, subject, outcome, detail, previous_hash]
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url')
}
