import type { Asked, BookedOrder, Evidence, Finding, Told } from './evidence.ts'
import { transactionsOf, whereIs } from './judge-order.ts'
import { isLive } from './wallet-side.ts'

/** What an order would be if the act had been done: the end that a failed one must not have brought about. */
const endOf: Record<string, (order: BookedOrder) => boolean> = {
  delete: (order) => order.closed_as === 'deleted',
  settle: isSettled,
  'settle by card': isSettled,
  confirm: isConfirmed,
  'confirm less': isConfirmed,
}

function isSettled(order: BookedOrder): boolean {
  return order.closed_as === 'settled'
}

function isConfirmed(order: BookedOrder): boolean {
  return order.status === 'confirmed'
}

/** Whether each answer that somebody got is still true in the end. */
export function judgeAnswers(asked: Asked, evidence: Evidence): Finding[] {
  const last = asked.told.findLast(({ what }) => what !== 'nothing')
  const findings: Finding[] = asked.told
    .filter(({ code }) => code === 'internal')
    .map(() => ({ rule: 'internal error', about: named(asked) }))
  for (const key of asked.told.flatMap(({ hanging = [] }) => hanging)) {
    const about = `${named(asked)}: ${key} could still be paid when it was told to be done`
    findings.push({ rule: 'left hanging', about })
  }
  if (!last) return findings
  findings.push(...judgeShown(asked, last, evidence))
  if (last.what === 'failed') findings.push(...judgeFailed(asked, evidence))
  if (last.what === 'done' && asked.act === 'close') findings.push(...judgeClosed(asked, evidence))
  return findings
}

/** An order that an answer showed exists, and what it showed as final stays so. */
function judgeShown(asked: Asked, { what, order: shown }: Told, { book }: Evidence): Finding[] {
  if (!shown) return []
  const about = (flaw: string) => `${named(asked)}: order ${shown.id} ${flaw}`
  const order = book.orders.find(({ id }) => id === shown.id)
  if (!order) return [{ rule: 'lost', about: about('is not in the book') }]
  // An order that had ended and was asked for once more has a second answer of its own.
  const isAskedAnew = asked.act !== 'offer' && wasOffered(book, order.id)
  const isFinal = shown.status === 'closed' || shown.status === 'confirmed'
  if (isFinal && order.status !== shown.status && !isAskedAnew) {
    const flaw = `was told to be ${shown.status} and is ${order.status}`
    return [{ rule: 'book and wallet differ', about: about(flaw) }]
  }
  const isUnasked = order.closed_as === 'not_sent' || order.closed_as === 'moved_back'
  if (what === 'done' && isUnasked && !isAskedAnew) {
    return [{ rule: 'lost', about: about('was told to be before the guest and was not sent') }]
  }
  return []
}

/** Nobody is told that something failed which is there. */
function judgeFailed(asked: Asked, evidence: Evidence): Finding[] {
  const { book, wallet, asked: all } = evidence
  const there = (what: string): Finding[] => [
    { rule: 'told failed but there', about: `${named(asked)}: ${what}` },
  ]
  const intent = book.intents.find(({ id }) => id === asked.intentId)
  // Of a chain it is the act that comes after which says what came of it.
  const next = intent && book.intents.find(({ after_intent: after }) => after === intent.id)
  const telling = next ?? intent
  if (telling && telling.state !== 'failed' && telling.state !== 'dropped') {
    return there(`its intent is ${telling.state}`)
  }
  const order = book.orders.find(({ id }) => id === (intent?.order_id ?? asked.orderId))
  if (!order) return []
  if (asked.act !== 'offer' && wasOffered(book, order.id)) return []
  if (asked.act === 'submit') {
    const live = transactionsOf(order, book, wallet).filter((one) =>
      isLive(wallet, one, whereIs(order)),
    )
    return live.length === 0 ? [] : there('the guest can pay it')
  }
  if (asked.act === 'edit') {
    const isInForce = transactionsOf(order, book, wallet).some(
      (one) => isLive(wallet, one, whereIs(order)) && one.payments[0]?.price === asked.amountMinor,
    )
    return isInForce ? there('the guest is asked for the new amount') : []
  }
  const isDoneByAnother = all.some(
    (other) =>
      other !== asked &&
      endOf[other.act] === endOf[asked.act] &&
      other.orderId === order.id &&
      other.told.some(({ what }) => what !== 'failed'),
  )
  // Where a share is taken in cash, the split itself takes it, and refuses whoever asks for that meanwhile.
  const isDoneInChain = book.intents.some(
    ({ act, order_id: id, after_intent: after, state }) =>
      act === asked.act && id === order.id && after !== null && state === 'done',
  )
  const isDoneByRule =
    isConfirmed(order) &&
    book.intents.some(
      ({ act, order_id: id, actor }) => act === 'confirm' && id === order.id && isRule(actor),
    )
  if (isDoneByAnother || isDoneInChain || isDoneByRule) return []
  return endOf[asked.act]?.(order) ? there('it was done') : []
}

/** What a rule of the house does, it does in Spotboard's own name. */
function isRule(actor: string | undefined): boolean {
  return actor?.includes('"staffId":null') === true
}

/** Law 4: a spot that was told to be freed has left nothing unpaid of what was on it. */
function judgeClosed(asked: Asked, { book }: Evidence): Finding[] {
  return (
    book.orders
      // What the close has ended may be asked of the next guests.
      .filter(({ id }) => asked.standing.includes(id) && !wasOffered(book, id))
      .filter(({ status }) => status !== 'closed' && status !== 'confirmed')
      .map(({ id, status }) => ({
        rule: 'left hanging',
        about: `${named(asked)}: order ${id} of that visit is ${status}`,
      }))
  )
}

function wasOffered({ intents }: Evidence['book'], orderId: string): boolean {
  return intents.some(({ act, order_id: id }) => act === 'offer' && id === orderId)
}

function named({ act, orderId, spotId, amountMinor }: Asked): string {
  return `${act} of ${amountMinor ?? 'no amount'} at spot ${spotId} (order ${orderId ?? 'none'})`
}
