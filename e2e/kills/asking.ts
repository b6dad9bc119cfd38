import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { draft } from '../http/calls.ts'
import type { Person } from '../http/person.ts'
import { pick, type Chance } from './chance.ts'
import type { AskedOrder } from './oracle.ts'

/** How a person gets on with asking guests to pay while the dashboard dies again and again. */
export interface Street {
  chance: Chance
  spotIds: readonly [number, ...number[]]
  /** Everything that was asked so far, by all people. */
  asked: AskedOrder[]
  /** Resolves at once while the dashboard is up, else when it is up again. */
  whenUp: () => Promise<void>
  isOver: () => boolean
  onAccepted: () => void
}

const REUSES_A_KEY = 0.03
const ASKS_AT_NO_SPOT = 0.02
const GIVES_UP = 0.2
const NO_SPOT = 999_999_999

const Refusal = z.looseObject({ code: z.string() })

/** One person asks for order after order, and after an answer that did not come asks again or gives up. */
export async function askAllEvening(person: Person, street: Street): Promise<void> {
  while (!street.isOver()) await askOnce(person, street)
}

async function askOnce(
  person: Person,
  { chance, spotIds, asked, ...street }: Street,
): Promise<void> {
  const accepted = asked.filter(({ told }) => told === 'accepted')
  const earlier = accepted[Math.floor(chance() * accepted.length)]
  const reused = chance() < REUSES_A_KEY ? earlier?.intentId : undefined
  const isAtNoSpot = chance() < ASKS_AT_NO_SPOT
  const order: AskedOrder = {
    intentId: reused ?? randomUUID(),
    spotId: isAtNoSpot ? NO_SPOT : pick(chance, spotIds),
    // Amounts tell orders apart at the wallet, which knows nothing of our ids.
    amountMinor: asked.length + 1,
    // What can only be refused must not be there either where no answer came.
    told: isAtNoSpot || reused !== undefined ? 'refused' : 'unknown',
  }
  asked.push(order)
  for (;;) {
    await street.whenUp()
    const told = await ask(person, order)
    if (told) {
      Object.assign(order, told)
      if (told.told === 'accepted') street.onAccepted()
      return
    }
    if (chance() < GIVES_UP) return
  }
}

/** What an answer says, or undefined where none came or it says itself that nobody knows. */
async function ask(
  person: Person,
  { intentId, spotId, amountMinor }: AskedOrder,
): Promise<Pick<AskedOrder, 'told' | 'orderId'> | undefined> {
  const asking = { body: draft(amountMinor), headers: { 'idempotency-key': intentId } }
  const answer = await person.ask('POST', address.spotOrders(spotId), asking).catch(() => null)
  if (answer === null) return undefined
  if (answer.status === 201 || answer.status === 202) {
    return { told: 'accepted', orderId: Order.parse(JSON.parse(answer.text)).id }
  }
  const { code } = Refusal.parse(JSON.parse(answer.text))
  if (['idempotency_key_reused', 'not_found'].includes(code)) return { told: 'refused' }
  if (['outcome_unknown', 'wallet_unreachable'].includes(code)) return undefined
  throw new Error(`An order was answered with ${answer.status}: ${answer.text}`)
}
