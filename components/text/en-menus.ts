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
    tables: 'Tables',
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

  restored: {
    title: 'The database was restored from a backup',
    plain: 'Until a manager goes on, Spotboard confirms, frees and sends nothing by itself.',
    unread: 'It is reading Paysera again to find what the backup does not know.',
    read: (count: number) =>
      count === 0
        ? 'Paysera was read again, and every payment is the same there and here.'
        : `Paysera was read again: ${count === 1 ? '1 payment is' : `${count} payments are`} not the same there and here.`,
    look: 'See what differs',
    goOn: 'I have seen this, go on',
    manager: 'A manager has to look at it.',
    failed: 'That did not work. Try again.',
  },

  undecided: {
    stands: (name: string, amount: string) =>
      `${name}: payment of ${amount} held for more than 10 minutes. Somebody has to decide.`,
    more: (count: number) => (count === 1 ? 'And 1 more' : `And ${count} more`),
  },

  bell: {
    name: 'The bell',
    title: 'While your shift lasts',
    sound: 'Sound',
    vibration: 'Vibration',
    test: 'Try it',
    end: 'End shift',
    plain:
      'It rings for a new guest and for a held payment, again and again until somebody goes; a payment that nobody has decided about for 3 minutes rings all the same, and after 10 minutes on every device, which trembles then although its sound is off. A phone hears nothing while its screen is off.',
  },
}
