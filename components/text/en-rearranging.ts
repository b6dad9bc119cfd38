import type { settlements } from '#contract/order.ts'

type Act = 'split' | 'join' | 'move'
type PaidHow = 'app' | (typeof settlements)[number]

const running: Record<Act, string> = {
  split: 'Splitting the bill…',
  join: 'Putting the two together…',
  move: 'Moving…',
}

const unanswered: Record<Act, string> = {
  split: 'The split went out, but no answer came. It is not yet known whether it was done.',
  join: 'This went out, but no answer came. It is not yet known whether the orders are one now.',
  move: 'This went out, but no answer came. It is not yet known whether the order was moved.',
}

const invalid: Record<Act, string> = {
  split: 'The order cannot be split like this, so it stays as it is.',
  join: 'These two orders cannot be put together, so they stay as they are.',
  move: 'Nobody is checked in at that table any more, so the order stays here.',
}

const how: Record<PaidHow, string> = {
  app: 'Later, in the app',
  cash: 'Now, in cash',
  card: 'Now, by card',
}

const paid: Record<PaidHow, string> = {
  app: 'in the app',
  cash: 'taken in cash',
  card: 'taken by card',
}

/** The words of splitting, joining and moving, in a waiter's English. */
export const enRearranging = {
  rearrange: {
    more: 'More',
    acts: { split: 'Split…', join: 'Join…', move: 'Move…' } satisfies Record<Act, string>,
    running,
    unanswered,
    findOutPlain: '“Find out” asks for the same again; it is never done twice.',
    findOut: 'Find out',
    invalid,
    movedNotAsked: (name: string) =>
      `The order was taken off this table, but the guest at ${name} could not be asked for it.`,
    look: (name: string) => `Look at ${name}`,
    cancel: 'Cancel',

    part: (number: number, of: number) => `Part ${number} of ${of}`,
    splitTitle: (amount: string) => `Split ${amount}`,
    ways: { evenly: 'Evenly', lines: 'By lines', amount: 'An amount' },
    wayOf: 'How to split',
    parts: 'How many parts',
    morePart: 'One part more',
    lessPart: 'One part less',
    pays: (count: number, amount: string) =>
      count === 1 ? `1 pays ${amount}` : `${count} pay ${amount} each`,
    splitNow: (count: number) => `Split into ${count}`,
    chooseCount: (most: number) => `From 2 to ${most} parts.`,
    chooseLines: 'Count up what goes onto an order of its own, and leave something on this one.',
    stays: 'Stays on this order',
    goes: 'On an order of its own',
    oneMoreGoes: (title: string) => `One more ${title} goes`,
    oneLessGoes: (title: string) => `One less ${title} goes`,
    howManyGo: (title: string) => `How many ${title} go`,
    ofThem: (count: number) => `of ${count}`,
    amount: 'Amount',
    amountHint: (most: string) => `Less than ${most}.`,
    badAmount: (most: string) => `Enter an amount such as 3.50, less than ${most}.`,
    how: 'How is it paid?',
    hows: how,
    paid,
    result: 'What comes of it',

    joinTitle: (number: number) => `Join onto order ${number}`,
    joinPlain: 'The two become one order, and the guest is asked once for both.',
    joinWith: 'Which order',
    joined: 'Both together',
    joinNow: (amount: string) => `Ask for ${amount}`,
    chooseOrder: 'Choose an order',
    tooMuch: 'The two together are more than one order can be.',

    moveTitle: (amount: string) => `Move ${amount}`,
    movePlain:
      'It is taken off this table, and the guest at the table that you choose is asked for it.',
    find: 'Find table',
    tables: 'Tables with guests',
    nowhere: 'No other table has guests right now.',
    noneFound: 'No table with guests matches.',
    moveTo: (name: string) => `Move to ${name}`,
    chooseTable: 'Choose a table',
  },
}
