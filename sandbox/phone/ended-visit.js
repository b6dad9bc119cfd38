import { icon } from './icons.js'
import { orderName, PHASE_SHAPES } from './order-card.js'
import { phaseOf } from './order-phase.js'
import { h } from './patch.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./phone.js').Page} Page
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 * @typedef {import('./order-phase.js').Visit} Visit
 */

/**
 * What became of the last visit, until the guest has read it. It comes back when an outcome
 * changes after that, since then there is something new to read.
 *
 * @param {Page} page
 * @param {GuestSession} session
 */
export function endedVisit({ t, money, dismissVisit }, session) {
  const visit = session.view?.lastVisit
  if (visit === undefined || visit === null) return false
  const edition = editionOf(visit)
  if (edition === session.dismissedVisit) return false
  return h(
    'div',
    { class: 'ended', 'data-reason': visit.reason },
    h('h2', { tabindex: '-1' }, endingText(t, visit)),
    visit.orders.length === 0
      ? h('p', {}, t.endedEmpty)
      : h(
          'ul',
          {},
          visit.orders.map((order) => {
            const phase = phaseOf(order)
            return h(
              'li',
              { key: order.id, 'data-phase': phase },
              h('span', { class: 'what' }, h('bdi', {}, orderName(t, order))),
              h('span', { class: 'amount' }, money(order.priceMinor, order.currency)),
              h(
                'span',
                { class: 'outcome' },
                icon(phase === 'payable' ? 'cross' : PHASE_SHAPES[phase]),
                phase === 'payable' ? t.unpaidAtEnd : t.phase[phase],
              ),
            )
          }),
        ),
    h('button', { type: 'button', onclick: () => dismissVisit(session, edition) }, t.gotIt),
  )
}

/** @param {Page['t']} t @param {Pick<Visit, 'identifier' | 'reason'>} visit */
export function endingText(t, { identifier, reason }) {
  const at = visibleText(identifier)
  const known = t.endings.get(reason)
  return known ? known(at) : `${t.ended(at)}${reason && ` (${visibleText(reason)})`}`
}

/** @param {Visit} visit */
function editionOf({ identifier, reason, orders }) {
  return JSON.stringify([identifier, reason, orders.map((order) => [order.id, phaseOf(order)])])
}
