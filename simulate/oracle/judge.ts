import { judgeAnswers } from './judge-answers.ts'
import { judgeOrder, transactionsOf } from './judge-order.ts'
import type { BookEvidence, BookedOrder, Evidence, Finding, WalletEvidence } from './evidence.ts'
import { isUnended, referenceOf } from './wallet-side.ts'

/**
 * Everything that is not as promised once a house has come to rest: the wallet is healthy, nothing is at work and the
 * wallet has been read again. An accepted order is at the wallet exactly once or truthfully ended, a refused one is
 * absent, an unknown one is there at most once and settled.
 */
export function judge(evidence: Evidence): Finding[] {
  const { wallet, book, asked, stumbles = [] } = evidence
  return [
    ...judgeRest(book),
    ...judgeAlarms(book),
    ...book.orders.flatMap((order) => judgeOrder(order, evidence)),
    ...judgeHanging(book, wallet),
    ...asked.flatMap((one) => judgeAnswers(one, evidence)),
    ...judgeCloses(evidence),
    ...judgeRuledCloses(book),
    ...judgeOnTheWay(evidence),
    ...stumbles.map((about): Finding => ({ rule: 'internal error', about })),
  ]
}

function judgeRest({ intents, firstBrokenRow }: BookEvidence): Finding[] {
  const findings: Finding[] = intents
    .filter(({ state }) => state === 'running' || state === 'queued')
    .map(({ act, id, state }) => ({
      rule: 'never at rest',
      about: `${act} ${id} is still ${state}`,
    }))
  if (firstBrokenRow !== null) {
    findings.push({ rule: 'trail broken', about: `row ${firstBrokenRow} does not fit the chain` })
  }
  return findings
}

/** Nobody but Spotboard's own acts and the guests has changed anything, so the two sides never differ. */
function judgeAlarms({ differences = [] }: BookEvidence): Finding[] {
  return differences.map(({ kind, transaction_key: key, state }) => ({
    rule: 'false alarm',
    about: `${key}: ${kind}, ${state}`,
  }))
}

/** Law 2, at every moment: an order can be paid once, and one that is moved not at both tables. */
function judgeOnTheWay({ book, everPayable }: Evidence): Finding[] {
  if (!everPayable) return []
  const { twice, besides } = everPayable
  const atBoth = book.orders.filter(
    (order) => isMoved(order, book) && besides.get(order.id)?.has(order.from_order ?? ''),
  )
  return [
    ...[...twice].map((id) => `order ${id}, for a while`),
    ...atBoth.map(({ id }) => `order ${id}, at the table that it was moved from as well`),
  ].map((about) => ({ rule: 'payable twice', about }))
}

/** A moved order is submitted once the one that it comes from is deleted; one that a share joins is edited then. */
function isMoved(order: BookedOrder, { intents }: BookEvidence): boolean {
  const deletions = intents.filter(
    (one) => one.act === 'delete' && one.order_id === order.from_order,
  )
  return deletions.some(({ id }) =>
    intents.some(
      ({ act, order_id, after_intent }) =>
        act === 'submit' && order_id === order.id && after_intent === id,
    ),
  )
}

/** A close ends one visit: to those who sit down after it, nobody has said that they are to go. */
function judgeCloses({
  visitsClosed = new Map<number, number>(),
  asked,
  book,
}: Evidence): Finding[] {
  return [...visitsClosed].flatMap(([spotId, closed]) => {
    const asks = asked.filter(({ act, spotId: at }) => act === 'close' && at === spotId).length
    const ruled = book.intents.filter((one) => isRuledClose(one) && one.spot_id === spotId).length
    const about = `${asks} closes asked and ${ruled} planned at spot ${spotId}, ${closed} visits ended`
    return closed > asks + ruled ? [{ rule: 'closed another visit' as const, about }] : []
  })
}

/** The rule closes what is settled, so that where nobody closes by hand nothing ends with a spot. */
function judgeRuledCloses({ orders, intents }: BookEvidence): Finding[] {
  const byHand = intents.filter((one) => one.act === 'close' && !isRuledClose(one))
  return orders
    .filter(({ closed_as: closedAs }) => closedAs === 'ended_with_spot')
    .filter((order) => !byHand.some(({ spot_id: spotId }) => spotId === order.spot_id))
    .map(({ id }) => ({
      rule: 'closed another visit',
      about: `order ${id} was ended by a close that may end nothing`,
    }))
}

/** A close that the rule had planned and that was not taken back before its time. */
function isRuledClose({
  act,
  state,
  not_before: notBefore = null,
}: BookEvidence['intents'][number]): boolean {
  return act === 'close' && notBefore !== null && state !== 'dropped'
}

/** Law 4: each transaction of ours is confirmed, has ended, or is the one that an unsettled order in the book names. */
function judgeHanging(book: BookEvidence, wallet: WalletEvidence): Finding[] {
  const named = new Set(
    book.orders
      .filter(({ status }) => status === 'pending' || status === 'reserved')
      .map((order) => order.transaction_key),
  )
  const ours = new Set(book.orders.flatMap((order) => transactionsOf(order, book, wallet)))
  return wallet.transactions
    .filter((transaction) => referenceOf(transaction) !== undefined || ours.has(transaction))
    .filter((transaction) => isUnended(transaction) && !named.has(transaction.transaction_key))
    .map((transaction) => ({
      rule: 'left hanging',
      about: `${transaction.transaction_key} (${referenceOf(transaction)}) is ${transaction.status}`,
    }))
}
