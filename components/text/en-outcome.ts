import type { Act, OrderNotice, settlements } from '#contract/order.ts'

type With = (typeof settlements)[number]

/** What Spotboard keeps trying while Paysera does not answer; none of it has failed. */
const waiting: Record<Act, string> = {
  submit: 'Paysera does not answer. Spotboard keeps trying and asks the guest as soon as it does.',
  offer:
    'Paysera does not answer. Spotboard keeps trying and asks the guest again as soon as it does.',
  edit: 'Paysera does not answer. Spotboard keeps trying to bring the change to the guest.',
  delete:
    'Paysera does not answer, so the guest may still be able to pay this. Spotboard keeps trying to take it back.',
  confirm: 'Paysera does not answer. Spotboard keeps trying to confirm the payment.',
  decline: 'Paysera does not answer. Spotboard keeps trying to decline the payment.',
  settle: 'Paysera does not answer. Spotboard keeps trying to take this out of the app.',
}

const taken: Record<With, string> = { cash: 'Taken in cash', card: 'Taken by card' }

const notices: Record<Exclude<OrderNotice, 'paid_twice' | 'paid_back'>, string> = {
  deletion_dropped: 'The guest paid before the order was deleted, so it stays.',
  deletion_refused: 'Paysera refused to delete this, so the guest is still asked to pay it.',
  change_dropped: 'This order could not be changed any more, so it stays as it was.',
  move_dropped:
    'This order was not moved: the guest at the other table could not be asked for it. The guest here is asked again.',
}

/** The words of what comes after an act on an order: taking it back, waiting, cancelling, asking again. */
export const enOutcome = {
  undo: {
    state: 'About to be deleted',
    countdown: (seconds: number) =>
      seconds > 0 ? `Will be deleted in ${seconds} s` : 'Is being deleted…',
    said: 'The order will be deleted in a few seconds. You can undo that.',
    undo: 'Undo',
    undoing: 'Taking the deletion back…',
    now: 'Delete now',
    off: 'This cannot be undone.',
  },

  sending: {
    waitingState: 'Waits for Paysera',
    waiting,
    askingState: 'Still wanted?',
    asking: 'Paysera did not answer for minutes, and the guest has not been asked. Still wanted?',
    ask: (amount: string) => `Ask guest to pay ${amount}`,
    cancel: 'Cancel order',
    cancelling: 'Cancelling…',
    cancelUnknown:
      'It is not yet known whether the guest can still pay this. Spotboard is cancelling it.',
  },

  taken: {
    state: taken,
    meanwhile: (how: With) =>
      `${taken[how]}. The guest can still pay it in the app until Paysera answers; Spotboard then takes it back first thing.`,
    twice: (how: With) => `${taken[how]}, and the guest also paid in the app.`,
    declineIt: 'Decline the held payment, so that the guest has that money back.',
    callManager: 'Call a manager to decline the held payment.',
  },

  news: {
    ...notices,
    paidBackAndAsked:
      'The guest paid in that very moment and has the money back. The guest is asked once more.',
    paidBackAndEnded:
      'The guest paid in that very moment and has the money back. Tell the guest, please.',
  },

  again: {
    ask: 'Ask again',
    change: 'Change and ask again',
    movedOn: 'This order is no longer one that can be asked again. Look at the table.',
  },

  declining: {
    change: 'Change the order…',
    wayOut: 'To change this order, a manager has to decline the payment first.',
    plain:
      'The guest’s money is held for this order. Asking for the changed order declines that payment first: the guest has the money back and is asked to pay anew.',
    ask: (amount: string) => `Decline and ask for ${amount}`,
    movedOn: 'No payment is held for this order any more. Look at the table.',
  },
}
