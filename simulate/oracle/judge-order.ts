import type {
  BookEvidence,
  BookedOrder,
  Evidence,
  Finding,
  WalletEvidence,
  WalletTransaction,
} from './evidence.ts'
import { isCarried, isLive, isPayable, referenceOf } from './wallet-side.ts'

/** Every transaction at the wallet that was ever made for an order, by our reference or by the key in the book. */
export function transactionsOf(
  order: BookedOrder,
  book: BookEvidence,
  wallet: WalletEvidence,
): WalletTransaction[] {
  const keys = new Set(
    book.transactions
      .filter((offer) => offer.order_id === order.id)
      .map((offer) => offer.transaction_key),
  )
  return wallet.transactions.filter(
    (transaction) =>
      keys.has(transaction.transaction_key) ||
      referenceOf(transaction)?.startsWith(`${order.id}:`) === true,
  )
}

/** Where an order asks its guest: places at the counter count downwards. */
export function whereIs({ spot_id: spotId }: BookedOrder): 'on a spot' | 'at the counter' {
  return spotId < 0 ? 'at the counter' : 'on a spot'
}

/** Whether the book and the wallet say the same of an order, and whether it can be paid once at most. */
export function judgeOrder(order: BookedOrder, { book, wallet, asked }: Evidence): Finding[] {
  const transactions = transactionsOf(order, book, wallet)
  const live = transactions.filter((transaction) => isLive(wallet, transaction, whereIs(order)))
  const findings: Finding[] = []
  const find = (rule: Finding['rule'], about: string) =>
    findings.push({ rule, about: `order ${order.id}, ${order.status}: ${about}` })

  if (live.length > 1) {
    const keys = live.map(({ transaction_key: key, status }) => `${key} is ${status}`)
    find('payable twice', keys.join(', '))
  }
  const present = transactions.find(
    (transaction) => transaction.transaction_key === order.transaction_key,
  )
  switch (order.status) {
    case 'sending':
      find('lost', 'it was accepted, is not before the guest, and nothing is at work on it')
      break
    case 'pending':
      if (!present || !isPayable(present)) {
        find('book and wallet differ', `its transaction is ${present?.status ?? 'unknown'}`)
      } else if (whereIs(order) === 'on a spot') {
        findings.push(...judgePending(order, present, wallet))
      }
      break
    case 'reserved':
    case 'confirmed':
      if (present?.status !== order.status) {
        find('book and wallet differ', `its transaction is ${present?.status ?? 'unknown'}`)
      }
      break
    default: {
      const paid = transactions.find(({ status }) => status === 'confirmed')
      if (paid) find('book and wallet differ', `${paid.transaction_key} is confirmed`)
      if (order.closed_as === 'ended_with_spot' && !wasClosedAfter(order, book)) {
        find('lost', 'it ended with its spot, which nobody has freed since it was asked for')
      }
      if (order.closed_as === 'moved' && !book.orders.some((one) => one.from_order === order.id)) {
        find('lost', 'it was moved, and there is no order where it went')
      }
      if (order.closed_as === 'moved_back' && !cameBack(order, book)) {
        find('lost', 'it was to go back to its table, where nobody was asked for it again')
      }
      if (order.closed_as === 'joined' && !wasTakenOver(order, book)) {
        find('lost', 'it was to be joined, and no other order has taken it over')
      }
    }
  }
  if (present && order.status !== 'closed') {
    const flaw = amountFlaw(order, present, book)
    if (flaw && order.status === 'pending') find('book and wallet differ', flaw)
    const isLess = asked.some(
      ({ act, orderId, amountMinor }) =>
        act === 'confirm less' &&
        orderId === order.id &&
        amountMinor === present.payments[0]?.price,
    )
    if (flaw && order.status === 'confirmed' && !isLess) find('taken unequal', flaw)
  }
  return findings
}

/** The submission of a moved order that failed is followed by the offer that asks for it again where it came from. */
function cameBack(order: BookedOrder, { intents }: BookEvidence): boolean {
  const submissions = intents.filter((one) => one.act === 'submit' && one.order_id === order.id)
  return submissions.some(({ id }) =>
    intents.some(
      (one) =>
        one.act === 'offer' &&
        one.order_id === order.from_order &&
        one.after_intent === id &&
        isCarriedOut(one),
    ),
  )
}

/** The deletion of an order that is joined is followed by the edit that takes its lines over. */
function wasTakenOver(order: BookedOrder, { intents }: BookEvidence): boolean {
  const deletions = intents.filter((one) => one.act === 'delete' && one.order_id === order.id)
  return deletions.some(({ id }) =>
    intents.some((one) => one.act === 'edit' && one.after_intent === id && isCarriedOut(one)),
  )
}

/** Done, or ended by the act that has taken its place. */
function isCarriedOut({ state }: BookEvidence['intents'][number]): boolean {
  return state === 'done' || state === 'replaced'
}

function wasClosedAfter(order: BookedOrder, { intents }: BookEvidence): boolean {
  return intents.some(
    ({ act, spot_id: spotId, created_at: createdAt }) =>
      act === 'close' && spotId === order.spot_id && createdAt >= order.created_at,
  )
}

/** While the visit lasts, the wallet has to show the order; after it the order only stays in sight in the book. */
function judgePending(
  order: BookedOrder,
  transaction: WalletTransaction,
  wallet: WalletEvidence,
): Finding[] {
  const about = (what: string) => `order ${order.id}, pending: ${what}`
  const carrying = wallet.orders.filter(
    (candidate) => candidate.transaction_key === transaction.transaction_key,
  )
  if (carrying.length === 0) return [{ rule: 'lost', about: about('no order carries its key') }]
  const isKnownOne = ({ id }: { id: number }) => id === order.wallet_order_id
  if (order.wallet_order_id !== null && !carrying.some(isKnownOne)) {
    const what = `the wallet's order ${order.wallet_order_id} carries another key`
    return [{ rule: 'book and wallet differ', about: about(what) }]
  }
  const spot = wallet.spots.find(({ id }) => id === order.spot_id)
  const isVisitOver = carrying.every(
    ({ session }) => spot?.status === 'closed' || spot?.session !== session,
  )
  if (isVisitOver || isCarried(wallet, transaction)) return []
  return [{ rule: 'lost', about: about('the wallet shows it to nobody though the visit goes on') }]
}

/** Law 1: what is asked, and what was taken, is what staff last sent. */
function amountFlaw(
  order: BookedOrder,
  { payments }: WalletTransaction,
  book: BookEvidence,
): string | undefined {
  const sent = book.versions.find(
    ({ order_id: id, version }) => id === order.id && version === order.version,
  )
  const [payment] = payments
  if (payments.length === 1 && payment && sent) {
    const isEqual = payment.price === sent.total_minor && payment.currency === sent.currency
    return isEqual ? undefined : `${payment.price} at the wallet, ${sent.total_minor} in the book`
  }
  return 'the amount is not known'
}
