import type { WayBack } from '#contract/money-back.ts'

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
    stands: 'Received',
    tooMuch: 'More cannot be given back than was received. What you see now is how it stands.',
    noAnswer:
      'No answer came, so it is not yet known whether this was written down. Try again with the same amount: it is written down once.',
    reused:
      'What was sent before has been written down, with another amount or reason. Look at the order before you write down more.',
  },
}
