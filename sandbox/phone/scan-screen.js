import { endedVisit } from './ended-visit.js'
import { displayName } from './guests.js'
import { icon } from './icons.js'
import { h } from './patch.js'
import { scannedPayments } from './scanned-payments.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./phone.js').Page} Page
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 */

/** @type {Map<string, import('./icons.js').Shape>} */
const SHAPE_OF_STATUS = new Map([
  ['closed', 'ring'],
  ['waiting', 'hand'],
  ['open', 'bill'],
  ['opened', 'bill'],
])

/** @param {Page} page @param {GuestSession} session */
export function scanScreen(page, session) {
  const { t, useCamera, isCameraOffered } = page
  const spot = session.view?.spot ?? null
  return h(
    'div',
    { key: 'scan', class: 'screen' },
    scannedPayments(page, session),
    spot === null ? endedVisit(page, session) : wayBack(page, session, spot.identifier),
    h('h2', { tabindex: '-1' }, icon('code'), t.scanHeading),
    h('p', { class: 'lead' }, t.scanHint),
    isCameraOffered &&
      h(
        'button',
        { type: 'button', class: 'big', onclick: () => useCamera(session) },
        icon('camera'),
        t.useCamera,
      ),
    tableChoice(page, session),
  )
}

/** @param {Page} page @param {GuestSession} session */
export function codeForm({ t, scan }, session) {
  const codeField = `code of ${session.guest}`.replaceAll(/\s/g, '-')
  return h(
    'form',
    {
      class: 'code-form',
      onsubmit: (event) => {
        event.preventDefault()
        const code = codeIn(event.currentTarget)
        if (code !== '') scan(session, code)
      },
    },
    h('label', { for: codeField }, t.codeLabel),
    h('input', {
      id: codeField,
      name: 'code',
      required: true,
      maxlength: 2000,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      placeholder: t.codeExample,
    }),
    h('button', { 'aria-disabled': session.busy ? 'true' : undefined }, t.scan),
  )
}

/** @param {EventTarget | null} form */
function codeIn(form) {
  const code = form instanceof HTMLFormElement ? new FormData(form).get('code') : null
  return typeof code === 'string' ? code : ''
}

/** @param {Page} page @param {GuestSession} session @param {string} identifier */
function wayBack({ t, stopPicking }, session, identifier) {
  const at = visibleText(identifier)
  return h(
    'div',
    { class: 'way-back' },
    h(
      'button',
      { type: 'button', onclick: () => stopPicking(session) },
      icon('back'),
      t.backTo(at),
    ),
    h('p', { class: 'hint' }, t.movingHint(at)),
  )
}

/** @param {Page} page @param {GuestSession} session */
function tableChoice({ t, tables, namesOf, scan }, session) {
  if (tables === undefined) return h('p', { class: 'empty' }, t.tablesUnknown)
  const { location, tables: all } = tables
  return h(
    'div',
    { class: 'choice' },
    h('h3', {}, h('bdi', {}, visibleText(location.title))),
    location.description &&
      h('p', { class: 'hint' }, h('bdi', {}, visibleText(location.description))),
    all.length === 0 && h('p', { class: 'empty' }, t.noTables),
    h(
      'ul',
      { class: 'tables' },
      all.map((table) => h('li', { key: table.id }, tableButton(table))),
    ),
  )

  /** @param {import('./api.js').Table} table */
  function tableButton({ id, identifier, code, status, guests }) {
    const stateId = `state-${session.guest}-${id}`.replaceAll(/\s/g, '-')
    const here = guests.filter((guest) => displayName(guest) !== displayName(session.guest))
    return h(
      'button',
      {
        type: 'button',
        class: 'table',
        'data-status': status,
        'aria-label': t.checkInAt(visibleText(identifier)),
        'aria-describedby': stateId,
        'aria-disabled': session.busy ? 'true' : undefined,
        'aria-busy': session.busy?.about === code ? 'true' : undefined,
        onclick: () => scan(session, code),
      },
      h('bdi', { class: 'identifier' }, visibleText(identifier)),
      h(
        'span',
        { class: 'state', id: stateId },
        icon(SHAPE_OF_STATUS.get(status) ?? 'what'),
        h('span', {}, t.spotStatus.get(status) ?? visibleText(status)),
        here.length > 0 && h('span', { class: 'here' }, t.here(namesOf(here))),
      ),
    )
  }
}
