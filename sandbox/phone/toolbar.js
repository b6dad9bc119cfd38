import { displayName } from './guests.js'
import { icon } from './icons.js'
import { h } from './patch.js'
import { visibleText } from './visible-text.js'

/** @typedef {import('./phone.js').Page} Page */

/** @param {Page} page */
export function toolbar({
  t,
  language,
  shown,
  known,
  simulation,
  choose,
  addGuest,
  speak,
  simulate,
}) {
  return h(
    'header',
    { class: 'toolbar' },
    h('div', { class: 'about' }, h('h1', {}, t.pageTitle), h('p', { class: 'hint' }, t.pageHint)),
    h(
      'div',
      { class: 'guests', role: 'group', 'aria-label': t.guests },
      h('span', { class: 'label', 'aria-hidden': 'true' }, `${t.guests}:`),
      h(
        'div',
        { class: 'chips' },
        known.map((guest) =>
          h(
            'button',
            {
              key: guest,
              type: 'button',
              class: 'chip',
              'aria-pressed': shown.includes(guest) ? 'true' : 'false',
              onclick: () => choose(guest),
            },
            h('bdi', {}, visibleText(displayName(guest))),
          ),
        ),
      ),
      h(
        'button',
        { type: 'button', class: 'chip plain', 'aria-label': t.anotherGuest, onclick: addGuest },
        icon('plus'),
      ),
    ),
    h(
      'div',
      { class: 'simulation' },
      simulation?.available && simulationSwitch(t, simulation, simulate),
      simulation?.failed && h('p', { class: 'trouble' }, t.simulationTrouble),
    ),
    h(
      'div',
      { class: 'languages', role: 'group', 'aria-label': t.language },
      languageButton('en', 'English', language, speak),
      languageButton('lt', 'Lietuvių', language, speak),
    ),
  )
}

/**
 * @param {import('./text.js').Language} code
 * @param {string} name
 * @param {import('./text.js').Language} current
 * @param {Page['speak']} speak
 */
function languageButton(code, name, current, speak) {
  return h(
    'button',
    {
      type: 'button',
      lang: code,
      'aria-label': name,
      title: name,
      'aria-pressed': code === current ? 'true' : 'false',
      onclick: () => speak(code),
    },
    code.toUpperCase(),
  )
}

/**
 * @param {Page['t']} t
 * @param {NonNullable<Page['simulation']>} simulation
 * @param {Page['simulate']} simulate
 */
function simulationSwitch(t, { running, busy }, simulate) {
  return h(
    'button',
    {
      type: 'button',
      role: 'switch',
      'aria-checked': running ? 'true' : 'false',
      'aria-disabled': busy ? 'true' : undefined,
      onclick: () => simulate(!running),
    },
    h('span', { class: 'track', 'aria-hidden': 'true' }),
    h('span', {}, t.simulation),
  )
}
