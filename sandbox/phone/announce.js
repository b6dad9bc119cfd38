import { endingText } from './ended-visit.js'
import { orderName } from './order-card.js'
import { noticeText } from './phone-frame.js'
import { seatText } from './table-screen.js'

const TOGETHER_MS = 50

/**
 * Says news in the page's one live region, several of one instant together.
 *
 * @param {HTMLElement} region
 */
export function announcerFor(region) {
  /** @type {Set<string>} */
  const pending = new Set()
  return (/** @type {string} */ sentence) => {
    pending.add(sentence)
    if (pending.size > 1) return
    // Emptied first, so that the same sentence twice is heard twice.
    region.textContent = ''
    setTimeout(() => {
      region.textContent = [...pending].join('. ')
      pending.clear()
    }, TOGETHER_MS)
  }
}

/**
 * @param {import('./guest-session.js').News} news
 * @param {Pick<import('./phone.js').Page, 't' | 'money'>} page
 */
export function newsText(news, { t, money }) {
  switch (news.kind) {
    case 'lost':
      return t.noAnswer
    case 'back':
      return t.answersAgain
    case 'notice':
      return noticeText(t, news.notice)
    case 'seated':
      return seatText(t, news.spot)
    case 'ended':
      return endingText(t, news)
    case 'phase':
      return `${t.phase[news.phase]}: ${nameAndAmount(news.order)}`
    default:
      return `${t[news.kind]}: ${nameAndAmount(news.order)}`
  }

  /** @param {import('./order-phase.js').Order} order */
  function nameAndAmount(order) {
    return `${orderName(t, order)}, ${money(order.priceMinor, order.currency)}`
  }
}
