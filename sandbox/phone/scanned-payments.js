import { icon } from './icons.js'
import { orderCard } from './order-card.js'
import { h } from './patch.js'

/**
 * What the guest can pay because its own code was scanned, at a counter say; it belongs to no table.
 *
 * @param {import('./phone.js').Page} page
 * @param {import('./guest-session.js').GuestSession} session
 */
export function scannedPayments(page, session) {
  const payments = session.view?.payments ?? []
  return (
    payments.length > 0 &&
    h(
      'div',
      { key: 'scanned', class: 'scanned' },
      h('h2', { tabindex: '-1' }, icon('code'), page.t.scannedHeading),
      h(
        'ul',
        { class: 'orders' },
        payments.map((order) => orderCard(page, session, order)),
      ),
    )
  )
}
