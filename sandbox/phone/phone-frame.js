import { addressOf, colourOf, displayName } from './guests.js'
import { icon } from './icons.js'
import { h } from './patch.js'
import { codeForm, scanScreen } from './scan-screen.js'
import { tableFooter, tableScreen } from './table-screen.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./phone.js').Page} Page
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 */

/** @param {Page} page @param {GuestSession} session */
export function phoneFrame(page, session) {
  const { t, shown } = page
  const name = visibleText(displayName(session.guest))
  return h(
    'section',
    { key: session.guest, class: 'phone', 'aria-label': t.phoneOf(name) },
    h(
      'header',
      { class: 'phone-head', 'data-lost': session.trouble !== undefined },
      h(
        'span',
        { class: 'portrait', 'aria-hidden': 'true', 'data-colour': colourOf(session.guest) },
        Array.from(name)[0] ?? '',
      ),
      h(
        'div',
        { class: 'who' },
        h('p', { class: 'name' }, h('bdi', {}, name)),
        h('p', { class: 'link-state' }, linkState(page, session)),
      ),
      shown.length > 1 &&
        h(
          'a',
          {
            class: 'own-tab',
            href: addressOf([session.guest]),
            target: '_blank',
            rel: 'noopener',
            'aria-label': t.ownTab(name),
            title: t.ownTab(name),
          },
          icon('apart'),
        ),
    ),
    screen(page, session),
    footer(page, session),
  )
}

/** @param {Page} page @param {GuestSession} session */
function linkState({ t, timeOf }, { trouble, view }) {
  if (trouble !== undefined) {
    const since = timeOf(trouble.sinceMs)
    return trouble.error.code === 'no_answer' ? t.lost(since) : t.unreadable(since)
  }
  return `${t.app} · ${view === undefined ? t.connecting : t.connected}`
}

/** @param {Page} page @param {GuestSession} session */
function screen(page, session) {
  const { t } = page
  if (session.view === undefined)
    return h(
      'div',
      { key: 'start', class: 'screen' },
      session.trouble && [
        h('h2', { tabindex: '-1' }, t.noAnswer),
        h('p', { class: 'lead' }, t.noAnswerHint),
        session.trouble.error.description !== '' &&
          h('p', { class: 'quote' }, t.sandboxSays(visibleText(session.trouble.error.description))),
      ],
    )
  if (session.view.spot === null || session.isPickingTable) return scanScreen(page, session)
  return tableScreen(page, session, session.view.spot)
}

/** @param {Page} page @param {GuestSession} session */
function footer(page, session) {
  const { t, dismissNotice } = page
  const { notice, view } = session
  if (view === undefined && !notice) return false
  const spot = session.isPickingTable ? null : view?.spot
  return h(
    'footer',
    { class: 'phone-foot' },
    notice &&
      h(
        'div',
        { class: 'notice' },
        icon('what'),
        h('p', {}, noticeText(t, notice)),
        h('button', { type: 'button', onclick: () => dismissNotice(session) }, t.gotIt),
      ),
    spot ? tableFooter(page, session, spot) : view && codeForm(page, session),
  )
}

/**
 * @param {Page['t']} t
 * @param {NonNullable<GuestSession['notice']>} notice
 */
export function noticeText(t, notice) {
  if (notice.act === 'camera') return t.cameraTrouble
  const { act, error } = notice
  if (error.code === 'no_answer') return t.troubleUnknown
  const known = t.refusals.get(error.reason)
  if (known !== undefined) return known
  const says = error.description && ` ${t.sandboxSays(visibleText(error.description))}`
  return `${act === 'scan' ? t.troubleScan : t.troubleOther}${says}`
}
