import type { ReactNode } from 'react'

/** How a shape is drawn that is a line rather than an area. */
export const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2.4,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

/** The first twelve are the shapes of the tile states; no two share an outline, so that they tell apart without colour. */
export const boardShapes = {
  waiting: (
    <path
      fill="currentColor"
      d="M7 13V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V5.5a1.5 1.5 0 0 1 3 0V12V8.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5a6 6 0 0 1-4.6-2.2L4 15.5a1.6 1.6 0 0 1 2.3-2.2z"
    />
  ),
  held: <path fill="currentColor" d="M12 2l9 10-9 10-9-10z" />,
  gone: (
    <>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M12 2l11 20H1zm-1.3 7v6.5h2.6V9zm0 8.5v2.6h2.6v-2.6z"
      />
    </>
  ),
  left: (
    <>
      <path {...line} d="M12 3l10 18H2z" />
      <path {...line} d="M12 10v4.5" />
      <circle cx="12" cy="18" r="1.4" fill="currentColor" />
    </>
  ),
  asking: <path fill="currentColor" d="M3 3.5h18v13H12l-6 5v-5H3z" />,
  open: (
    <>
      <path {...line} d="M6 3h12v18l-3-2-3 2-3-2-3 2z" />
      <path {...line} d="M9.5 8h5M9.5 12h5" />
    </>
  ),
  received: <path {...line} strokeWidth={3.2} d="M4 13l5 5L20 6" />,
  tab: <path {...line} d="M4 20l1.2-4.6L16.4 4.2l3.4 3.4L8.6 18.8zM14 6.6l3.4 3.4" />,
  resting: <path {...line} strokeWidth={3.4} d="M8 5v14M16 5v14" />,
  free: <circle {...line} cx="12" cy="12" r="8" />,
  stranger: <path {...line} d="M3.5 8.5v-5h5m7 0h5v5m0 7v5h-5m-7 0h-5v-5M9 9l6 6m0-6l-6 6" />,
  unknown: (
    <>
      <path {...line} d="M8 8.6a4 4 0 1 1 5.6 3.7c-1 .5-1.6 1.2-1.6 2.3" />
      <circle cx="12" cy="19" r="1.6" fill="currentColor" />
    </>
  ),
  search: (
    <>
      <circle {...line} cx="10.5" cy="10.5" r="6.5" />
      <path {...line} d="M15.5 15.5L21 21" />
    </>
  ),
  view: <path {...line} d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5m-7 5v5" />,
  scan: <path {...line} d="M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4M4 12h16" />,
  bell: <path {...line} d="M6 17V11a6 6 0 0 1 12 0v6l2 1.5H4zm4.5 4h3" />,
  close: <path {...line} d="M5 5l14 14M19 5L5 19" />,
  down: <path {...line} d="M6 9l6 6 6-6" />,
  phone: (
    <>
      <rect {...line} x="6" y="2.5" width="12" height="19" rx="2.5" />
      <path {...line} d="M11 18h2" />
    </>
  ),
} satisfies Record<string, ReactNode>
