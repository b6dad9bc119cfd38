import { h } from './patch.js'

const STROKED = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2.4,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
}

const SHAPES = {
  hand: [
    h('path', {
      d: 'M7 13V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V5.5a1.5 1.5 0 0 1 3 0V12V8.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5a6 6 0 0 1-4.6-2.2L4 15.5a1.6 1.6 0 0 1 2.3-2.2z',
      fill: 'currentColor',
    }),
  ],
  bill: [
    h('path', { d: 'M6 3h12v18l-3-2-3 2-3-2-3 2z', ...STROKED }),
    h('path', { d: 'M9 8h6M9 12h6', ...STROKED }),
  ],
  gem: [h('path', { d: 'M12 2l9 10-9 10-9-10z', fill: 'currentColor' })],
  tick: [h('path', { d: 'M4 13l5 5L20 6', ...STROKED, 'stroke-width': 3.2 })],
  ring: [h('circle', { cx: 12, cy: 12, r: 8, ...STROKED })],
  cross: [h('path', { d: 'M6 6l12 12M18 6L6 18', ...STROKED, 'stroke-width': 2.8 })],
  back: [h('path', { d: 'M10 5l-6 7 6 7M4 12h16', ...STROKED })],
  what: [
    h('path', { d: 'M12 3l10 18H2z', ...STROKED }),
    h('path', { d: 'M12 10v4.5M12 17.8v.2', ...STROKED }),
  ],
  plus: [h('path', { d: 'M12 5v14M5 12h14', ...STROKED })],
  apart: [h('path', { d: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6', ...STROKED })],
  camera: [
    h('path', { d: 'M4 8h3.5l2-3h5l2 3H20v11H4z', ...STROKED }),
    h('circle', { cx: 12, cy: 13, r: 3.2, ...STROKED }),
  ],
  code: [
    h('path', { d: 'M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5', ...STROKED }),
    h('path', {
      d: 'M7.5 7.5h3v3h-3zM13.5 7.5h3v3h-3zM7.5 13.5h3v3h-3zM13.5 13.5h.1M16.5 16.5h.1',
      ...STROKED,
      'stroke-width': 2,
    }),
  ],
}

/** @typedef {keyof typeof SHAPES} Shape */

/**
 * A picture beside a word that says the same, so assistive technology passes over it.
 *
 * @param {Shape} shape
 */
export function icon(shape) {
  return h(
    'svg',
    { key: shape, class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    SHAPES[shape],
  )
}
