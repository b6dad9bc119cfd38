import { PRACTICE_WORDS } from '#contract/printed-words.ts'

/** The words of what is seldom on screen in shell and floor; they come with the part that shows them. */
export const enMenus = {
  practice: PRACTICE_WORDS,

  missing: {
    title: 'There is nothing here',
    why: 'The address is wrong, or what it named is gone.',
    toFloor: 'To the floor',
  },

  unprotected: {
    warning: 'Not encrypted: others on this network can read along. Serve Spotboard over https.',
    hide: 'Hide',
  },

  account: {
    counter: 'Counter',
    menu: 'Menu',
    codes: 'QR codes',
    settings: 'Settings',
    day: 'Day report',
    signOut: 'Sign out',
    signOutFailed: 'That did not work: you are still signed in. Try again.',
    roles: { staff: 'Staff', manager: 'Manager' },
  },

  view: {
    layout: 'Show tables as',
    layouts: { tiles: 'Tiles', list: 'List' },
    areas: 'Areas you follow',
    areasPlain:
      'None means all. You see and hear the areas you follow, and whoever needs somebody where nobody else looks.',
  },

  emptyFloor: {
    title: 'No tables yet',
    real: 'A table appears here as soon as somebody scans its code. Print the codes, put them on the tables, and scan one with the Paysera app.',
    practice: 'Open the guest’s phone, pick a table and check in: it appears here within seconds.',
    openGuestPhone: 'Open the guest’s phone',
  },

  bell: {
    name: 'The bell',
    title: 'While your shift lasts',
    sound: 'Sound',
    vibration: 'Vibration',
    test: 'Try it',
    end: 'End shift',
    plain:
      'It rings for a new guest and for a held payment, again and again until somebody goes; a payment that nobody has decided about for 3 minutes rings all the same, and after 10 minutes on every device. A phone hears nothing while its screen is off.',
  },
}
