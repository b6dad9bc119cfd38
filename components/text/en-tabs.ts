import type { settlements } from '#contract/order.ts'

/** The words of tabs, of tables that nobody has scanned and of codes that nobody sits behind. */
export const enTabs = {
  tab: {
    title: 'Tab',
    plain: 'Kept here. Nobody was asked to pay it yet.',
    by: (name: string, time: string) => `by ${name}, ${time}`,
    begin: 'Keep a tab',
    beginPlain: 'For guests who order before they scan the code.',
    change: 'Change',
    changeTitle: 'Change the tab',
    ask: (amount: string) => `Ask guest to pay ${amount}`,
    take: 'Cash or card',
    takeTitle: (amount: string) => `How was the tab of ${amount} paid?`,
    takePlain: 'It counts as taken today, and the tab is empty then.',
    takeWith: { cash: 'Cash', card: 'Card' } satisfies Record<(typeof settlements)[number], string>,
    clear: 'Clear',
    clearTitle: (amount: string) => `Clear the tab of ${amount}?`,
    clearPlain: 'Nobody pays for what stands on it. The activity trail keeps what it was.',
    clearNow: 'Clear it',
    keepIt: 'Keep it',
    reading: 'Reading the tab…',
    unread: 'The tab could not be read.',

    newTitle: 'New tab',
    keep: (amount: string) => `Keep ${amount} on the tab`,
    keeping: 'Keeping…',
    conflictTitle: 'Somebody else changed this tab',
    conflictPlain: 'Nothing of yours was kept yet. Which one should stand on the tab?',
    goneTitle: 'The tab has gone meanwhile',
    gonePlain:
      'It was put before the guest, paid or cleared. Only what you added since can be kept.',
    keepAdded: 'Keep what you added',
    keepNone: 'Keep nothing',
    retired: 'This table is not in the register any more.',

    notDone: 'That was not done.',
    nobodyThere: 'Nobody has checked in here any more. The tab is as it was.',
    changed: 'Somebody changed the tab just now. Look at it again.',
    backOnTab: 'The guest could not be asked. Everything is back on the tab.',
    noAnswer:
      'No answer came, so it is not yet known whether this was done. Tap again to find out.',
    notKept: 'The tab was not kept.',
    notKeptYet: 'No answer came, so it is not yet known whether the tab was kept. Keep it again.',
  },

  table: {
    unscannedTitle: 'Nobody has checked in yet',
    unscanned:
      'Nobody has scanned this table’s code so far. As soon as a guest does, you can ask for payment here.',
    goneTitle: 'This table is not known',
    gone: 'No table of the register has this address.',
    resting: 'Out of service',
    restingPlain: 'Guests who check in here are shown all the same.',
    restFailed: 'That was not changed.',
  },

  nobodyHere: {
    say: 'Nobody here',
    plain: 'Somebody scanned this table’s code. If nobody sits here, say so.',
    title: (name: string) => `Nobody at ${name}?`,
    means: 'Whoever scanned the code is signed out, and the table is free again. It is counted.',
    sure: 'Nobody here, free it',
    stay: 'Look again',
    failed: 'The table was not freed.',
    moved: 'Somebody has been asked to pay here, or nobody is waiting any more.',
    unknown: 'It is not yet known whether the table is free. Spotboard is finding out.',
    often: (times: number) => `Nobody was here ${times} times today`,
    oftenPlain:
      'Somebody may use a photo of this table’s code; it works from home. A new code for the table ends that.',
    tellManager: 'Tell a manager.',
    newCode: 'Give it a new code',
  },
}
