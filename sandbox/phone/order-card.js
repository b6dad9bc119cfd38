import { icon } from './icons.js'
import { phaseOf } from './order-phase.js'
import { h } from './patch.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./phone.js').Page} Page
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 * @typedef {import('./order-phase.js').Order} Order
 * @typedef {import('./order-phase.js').Phase} Phase
 */

/** @type {Record<Phase, import('./icons.js').Shape>} */
export const PHASE_SHAPES = {
  payable: 'bill',
  underWay: 'ring',
  held: 'gem',
  paid: 'tick',
  refused: 'cross',
  declined: 'back',
  failed: 'back',
  withdrawn: 'cross',
  unknown: 'what',
}

/** @param {Page} page @param {GuestSession} session @param {Order} order */
export function orderCard(page, session, order) {
  const { t, money } = page
  const phase = phaseOf(order)
  const amount = money(order.priceMinor, order.currency)
  const nameId = `order-${session.guest}-${order.id}`.replaceAll(/\s/g, '-')
  return h(
    'li',
    { key: order.id },
    h(
      'article',
      { class: 'order', 'data-phase': phase, 'aria-labelledby': nameId, tabindex: '-1' },
      h('h3', { id: nameId }, h('bdi', {}, orderName(t, order))),
      itemList(page, order),
      // A new amount is a new element, so that it draws the eye once.
      h('p', { key: `${order.priceMinor} ${order.currency}`, class: 'amount' }, amount),
      phase === 'payable'
        ? choices(page, session, order, amount)
        : h(
            'p',
            { key: phase, class: 'phase' },
            icon(PHASE_SHAPES[phase]),
            h('span', {}, phaseText(t, order, phase)),
          ),
    ),
  )
}

/** @param {Page['t']} t @param {Order} order */
export function orderName(t, { id, description }) {
  return visibleText(description) || t.order(visibleText(id))
}

/** @param {Page['t']} t @param {Order} order @param {Phase} phase */
function phaseText(t, order, phase) {
  if (phase !== 'unknown') return t.phase[phase]
  return `${t.phase.unknown}: ${visibleText(order.transactionStatus || order.status)}`
}

/** @param {Page} page @param {Order} order */
function itemList({ money }, { items = [], currency }) {
  if (items.length === 0) return false
  return h(
    'ul',
    { class: 'items' },
    items.map((item, place) =>
      h(
        'li',
        { key: place },
        h('span', { class: 'quantity' }, `${item.quantity} ×`),
        h('bdi', {}, visibleText(item.title)),
        item.totalMinor !== undefined &&
          h('span', { class: 'item-total' }, money(item.totalMinor, currency)),
      ),
    ),
  )
}

/** @param {Page} page @param {GuestSession} session @param {Order} order @param {string} amount */
function choices({ t }, session, { transactionKey, priceMinor, currency }, amount) {
  const isBusy = session.busy !== undefined
  const isHere = session.busy?.about === transactionKey
  return h(
    'div',
    // Buttons for another payment or amount are other buttons: a tap that was meant for the old
    // ones never pays the new one.
    { key: `${transactionKey} ${priceMinor} ${currency}`, class: 'choices' },
    button('refuse', t.refuse),
    button('pay', t.pay(amount)),
  )

  /** @param {'pay' | 'refuse'} act @param {string} label */
  function button(act, label) {
    return h(
      'button',
      {
        type: 'button',
        class: act,
        'aria-disabled': isBusy ? 'true' : undefined,
        'aria-busy': isHere && session.busy?.act === act ? 'true' : undefined,
        onclick: () => session.act(act, { transactionKey }),
      },
      label,
    )
  }
}
