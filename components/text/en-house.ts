/** The words of what is still open over the whole house, and of its settings. */
export const enHouse = {
  unsettled: {
    title: 'Still open',
    lead: 'What guests have not paid yet, what is kept on tabs, what nobody has decided and what waits for Paysera, oldest first.',
    reading: 'Reading what is still open…',
    unread: 'What is still open could not be read.',
    emptyTitle: 'Nothing is open',
    empty: 'Every order has come to its end, and every table that was freed is free.',
    by: (name: string) => `by ${name}`,
    tab: 'Tab, nobody was asked yet',
    close: 'Not yet known whether it is free',
    payable: 'The guest can still pay it in the app.',
  },

  settings: {
    title: 'Settings',
    lead: 'They hold for the whole house.',
    reading: 'Reading the settings…',
    unread: 'The settings could not be read.',
    undoTitle: 'Undo a deletion',
    undo: 'Seconds to undo',
    undoPlain:
      'A deleted order waits so long before it is taken away from the guest. Until then one tap brings it back.',
    undoHint: (most: number) => `From 0 to ${most}. 0 turns it off.`,
    undoOff: 'With 0, orders are deleted at once and Spotboard asks before it does.',
    badUndo: (most: number) => `Enter a whole number from 0 to ${most}.`,
    counterMinutes: {
      title: 'Orders at the counter',
      plain:
        'An order at the counter that nobody has paid for so long calls for somebody. It stays open until somebody decides.',
      minutes: 'Minutes to wait',
      hint: (most: number) => `From 1 to ${most}.`,
      bad: (most: number) => `Enter a whole number from 1 to ${most}.`,
      save: 'Save the waiting time',
      saved: 'Saved. It holds from now on.',
    },
    closeSettledAfterMinutes: {
      title: 'Free a table by itself',
      plain:
        'Some minutes after everything at a table is paid, it is freed for the next guests. The tile counts down, and one tap keeps it open.',
      minutes: 'Minutes',
      hint: (most: number) => `From 0 to ${most}. 0 turns it off.`,
      bad: (most: number) => `Enter a whole number from 0 to ${most}.`,
      save: 'Set the time',
      saved: 'It holds from now on.',
    },
    lessTitle: 'Asking less',
    lessPlain:
      'Deleting, lowering and discounts of one visit count together. Up to this amount staff do it themselves, with a reason.',
    less: 'Most for one visit',
    lessHint: 'In euros, such as 10 or 7.50. With 0 every one needs a manager.',
    badLess: 'Enter an amount such as 10 or 7.50.',
    dayTitle: 'Business day',
    dayPlain:
      'The guests of a night belong to the day on which they came. The menu and the day report go by this clock.',
    dayEnds: 'The day ends at',
    timeZone: 'Time zone',
    autoTitle: 'Confirm by itself',
    autoPlain:
      'A held payment that is exactly what was asked for is confirmed without anybody’s tap. What differs, what is above the amount, and an order that was changed just before wait for a person. The trail says that the rule did it, and who set it.',
    autoNowhere: 'As soon as the floor shows a location, it stands here.',
    autoAt: (name: string) => `At ${name}`,
    autoCap: 'Each payment up to',
    autoCapHint: 'An amount such as 30.00. Anything above it waits for a person.',
    autoBadCap: 'Enter an amount above zero, such as 30.00.',
    autoSetBy: (name: string) => `Set by ${name}`,
    autoApply: 'Apply the rules',
    autoSaved: 'Saved. It holds for every payment from now on.',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved. It holds from now on.',
    notSaved: 'The settings were not saved.',
    noAnswer:
      'No answer came, so it is not yet known whether this was saved. Save again to find out.',
  },
}
