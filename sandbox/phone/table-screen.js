import { endedVisit } from './ended-visit.js'
import { icon } from './icons.js'
import { sums } from './money.js'
import { orderCard } from './order-card.js'
import { ordersOf, phaseOf } from './order-phase.js'
import { h } from './patch.js'
import { scannedPayments } from './scanned-payments.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./phone.js').Page} Page
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 * @typedef {import('./order-phase.js').Spot} Spot
 */

/** @param {Page} page @param {GuestSession} session @param {Spot} spot */
export function tableScreen(page, session, spot) {
  const { t, startPicking } = page
  const orders = ordersOf(spot)
  return h(
    'div',
    { key: `table ${spot.id}`, class: 'screen' },
    h(
      'div',
      { class: 'seat', 'data-status': spot.status },
      h('h2', { tabindex: '-1' }, h('bdi', {}, visibleText(spot.identifier))),
      h('p', { class: 'house' }, h('bdi', {}, visibleText(spot.title))),
      h(
        'p',
        { class: 'state' },
        icon(spot.status === 'waiting' ? 'hand' : 'tick'),
        h('span', {}, seatText(t, spot)),
      ),
    ),
    orders.length === 0
      ? h('p', { class: 'empty' }, t.nothingYet)
      : h(
          'ul',
          { class: 'orders' },
          orders.map((order) => orderCard(page, session, order)),
        ),
    scannedPayments(page, session),
    session.view?.lastVisit?.reason === 'moved' && endedVisit(page, session),
    h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => startPicking(session) },
      icon('code'),
      t.elsewhere,
    ),
  )
}

/** @param {Page['t']} t @param {Spot} spot */
export function seatText(t, { status, identifier }) {
  const at = visibleText(identifier)
  return status === 'waiting' ? t.waiting(at) : t.seated(at)
}

/** @param {Page} page @param {GuestSession} session @param {Spot} spot */
export function tableFooter({ t, money }, session, spot) {
  const orders = ordersOf(spot)
  const toPay = orders.filter((order) => phaseOf(order) === 'payable')
  const held = orders.filter((order) => phaseOf(order) === 'held')
  return h(
    'div',
    { class: 'leaving' },
    toPay.length + held.length > 0
      ? h(
          'dl',
          { class: 'sums' },
          toPay.length > 0 && sum('to-pay', t.toPay, sums(toPay, money)),
          held.length > 0 && sum('held', t.held, sums(held, money)),
        )
      : h('p', { class: 'settled' }, orders.length > 0 && [icon('tick'), t.nothingLeft]),
    h(
      'button',
      {
        type: 'button',
        class: 'leave',
        'aria-disabled': session.busy ? 'true' : undefined,
        'aria-busy': session.busy?.act === 'leave' ? 'true' : undefined,
        onclick: () => session.act('leave'),
      },
      t.leave,
    ),
  )
}

/** @param {string} key @param {string} label @param {string} amount */
function sum(key, label, amount) {
  return h('div', { key }, h('dt', {}, label), h('dd', {}, amount))
}
