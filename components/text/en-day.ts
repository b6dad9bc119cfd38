import type { Later, OpenLine } from '#contract/day.ts'
import type { WayBack } from '#contract/money-back.ts'
import type { ReductionKind } from '#contract/reduction.ts'

/** The words of money after it was received. */
export const enDay = {
  less: {
    aboveLimit: (limit: string, already: string | null) =>
      `For one visit staff take off ${limit} at most${already === null ? '' : `, and ${already} is off already`}. Ask a manager to do it.`,
    needsManager: (limit: string) =>
      `This is more than the ${limit} that staff take off one visit, so a manager has to do it.`,
  },

  moneyBack: {
    act: 'Money back',
    title: (amount: string) => `Money back for ${amount}`,
    plain:
      'Spotboard moves no money itself. Give the money back yourself, in cash or on your card terminal, and write it down here.',
    left: (amount: string) => `At most ${amount}.`,
    amount: 'Amount',
    badAmount: (most: string) => `Enter an amount up to ${most}.`,
    how: 'How it was given back',
    ways: { cash: 'Cash', card: 'Card', other: 'Otherwise' } satisfies Record<WayBack, string>,
    reasons: ['Sent back', 'Never came', 'Charged twice'],
    give: (amount: string | null) => (amount === null ? 'Write down' : `Write down ${amount}`),
    giving: 'Writing it down…',
    cancel: 'Cancel',
    line: (way: WayBack, by: string) =>
      `Money back, ${{ cash: 'in cash', card: 'by card', other: 'otherwise' }[way]} · ${by}`,
    list: 'Money back',
    tooMuch: 'More cannot be given back than was received. What you see now is how it stands.',
    noAnswer:
      'No answer came, so it is not yet known whether this was written down. Try again with the same amount: it is written down once.',
    reused:
      'What was sent before has been written down, with another amount or reason. Look at the order before you write down more.',
  },

  day: {
    title: 'Day report',
    lead: (from: string, until: string) => `From ${from} to ${until}.`,
    earlier: 'Day before',
    later: 'Day after',
    today: 'Today',
    reading: 'Reading the day…',
    unread: 'The day could not be read.',
    isOpen: 'This day is not closed yet.',
    isClosed: (by: string, at: string) =>
      `Closed by ${by}, ${at}. These figures do not change any more.`,

    figures: 'Figures',
    figure: {
      confirmed: 'Money received',
      cash: 'Taken in cash',
      card: 'Taken by card',
      moneyBack: 'Money back',
      cashExpected: 'Cash expected',
      reductions: 'Asked less',
      declined: 'Declined',
      expired: 'Ran out of time',
      refused: 'Guest refused',
      unpaid: 'Ended unpaid',
    },
    count: (count: number) => (count === 1 ? '1 time' : `${count} times`),
    cashPlain: 'in cash, less money back',
    other: (currency: string) => `Received in ${currency}, in no other figure`,

    hours: 'By hour',
    most: (amount: string) => `at most ${amount} an hour`,
    hour: 'Hour',
    hoursInFigures: 'In figures',
    received: 'Money received',
    otherwise: 'Cash and card',
    nothing: 'Nothing was taken on this day.',

    people: 'By person',
    person: 'Person',
    places: 'By place',
    place: 'Place',
    nowhere: 'No place',
    location: (id: number) => `Place ${id}`,
    times: 'How long it took',
    toFirstOrder: 'From check-in to the first order',
    toConfirmation: 'From payment held to money received',
    spread: (median: string, most: string) => `half within ${median}, 9 of 10 within ${most}`,
    notMeasured: 'not measured yet',

    payments: 'Payments',
    noPayments: 'No payment was confirmed.',
    csv: 'Payments as CSV',
    csvPlain: 'Commas between the cells, a point in the amounts, UTF-8.',
    askedBy: (name: string) => `asked by ${name}`,
    confirmedBy: (name: string) => `confirmed by ${name}`,
    back: (amount: string) => `${amount} given back`,
    orderOf: (date: string) => `order of ${date}`,

    less: 'Asked less',
    lessKinds: {
      deleted: 'Deleted',
      lowered: 'Lowered',
      discount: 'Discount',
      write_off: 'Written off',
    } satisfies Record<ReductionKind, string>,
    noReason: 'no reason given',
    givenBack: 'Money back',

    laterTitle: 'Came later',
    laterPlain: 'About orders of this day, after its end. It counts on the day on which it came.',
    laterKinds: {
      confirmed: 'Money received',
      settled: 'Paid otherwise',
      declined: 'Declined',
      expired: 'Ran out of time',
      refused: 'Guest refused',
      unpaid: 'Ended unpaid',
      money_back: 'Money back',
      reduction: 'Asked less',
    } satisfies Record<Later['what'], string>,
    countsOn: (date: string) => `counts on ${date}`,

    close: 'Close the day',
    closePlain:
      'The figures are frozen then. What comes later counts on the next day and is marked on both.',
    closeOpen: 'This is not settled yet. Settle it, or say why it stays open.',
    closeReady: 'Everything is settled.',
    closeNow: 'Close the day',
    closing: 'Closing the day…',
    closeAgain: 'Something has changed meanwhile. Look at the list once more.',
    closeNoAnswer: 'No answer came, so it is not yet known whether the day is closed. Try again.',
    openList: 'Not settled',
    openKinds: {
      spot: 'Table open',
      unpaid: 'Asked · unpaid',
      held: 'Payment held',
      unknown: 'Not yet known',
      walk_out: 'Left unpaid',
      closing: 'Not yet known whether it is free',
      tab: 'Tab that nobody was asked for',
    } satisfies Record<OpenLine['kind'], string>,
    why: (name: string) => `Why ${name} stays open`,
    left: 'Left open',
  },
}
