import { enWriting } from '#components/text/en-writing.ts'
import type { Act, Closing, OrderStatus, settlements } from '#contract/order.ts'

type With = (typeof settlements)[number]

const status: Record<Exclude<OrderStatus, 'closed'>, string> = {
  sending: 'Sending…',
  pending: 'Asked · unpaid',
  reserved: 'Payment held',
  confirmed: 'Money received',
}

const closed: Record<Exclude<Closing, 'settled'>, string> = {
  deleted: 'Deleted',
  declined: 'Declined',
  refused: 'Refused by the guest',
  expired: 'Hold ran out',
  ended_with_spot: 'Ended with the table',
  ended_by_wallet: 'Ended by Paysera',
  not_sent: 'Not asked',
  back_on_tab: 'Could not be asked, back on the tab',
  cancelled: 'Cancelled',
  moved: 'Moved to another table',
  moved_back: 'Could not be asked here, went back to its table',
  joined: 'Joined with another order',
  written_off: 'Written off',
}

const taken: Record<With, string> = { cash: 'Taken in cash', card: 'Taken by card' }

const running: Record<Act, string> = {
  submit: 'Asking the guest…',
  edit: 'Changing what the guest is asked for…',
  offer: 'Asking the guest again…',
  delete: 'Deleting…',
  confirm: 'Confirming…',
  decline: 'Declining…',
  settle: 'Recording…',
}

const unknown: Record<Act, string> = {
  submit: 'It is not yet known whether the guest was asked. Spotboard is finding out.',
  edit: 'It is not yet known whether the change reached the guest. Spotboard is finding out.',
  offer: 'It is not yet known whether the guest was asked again. Spotboard is finding out.',
  delete: 'It is not yet known whether the guest can still pay this. Spotboard is finding out.',
  confirm: 'It is not yet known whether the payment was confirmed. Spotboard is finding out.',
  decline: 'It is not yet known whether the payment was declined. Spotboard is finding out.',
  settle:
    'It is not yet known whether the guest can still pay this in the app. Spotboard is finding out.',
}

/** The words of spot, orders and payments, and with them those of editor and menu, in a waiter's English. */
export const enWork = {
  spot: {
    back: 'Back to the floor',
    reading: 'Reading the table…',
    goneTitle: 'This table is not known',
    gone: 'Paysera has no table under this address.',
    unread: 'The table could not be read.',
    unreachable: 'Paysera does not answer.',
    readAgain: 'Read again',
    newOrder: 'New order',
    addToOrder: 'Add to the order',
    separateOrder: 'Separate order',
    free: 'Free the table',
    freeing: 'Freeing…',
    noOrders: 'Nothing ordered yet',
    nobodyTitle: 'Nobody is here',
    nobody: 'As soon as a guest scans the code of this table, you can ask for payment here.',
    keptDraft: (count: number, amount: string) =>
      `An order of ${count === 1 ? '1 item' : `${count} items`}, ${amount}, was begun on this device. Nobody was asked yet.`,
    keptUnanswered: 'An order from this device went out, and no answer came.',
    continueDraft: 'Continue it',
    closeUnknown: 'It is not yet known whether the table is free. Spotboard is finding out.',
    closeUnanswered:
      'No answer came, so it is not known whether the table was freed. If it still stands here in a moment, free it again.',
    closeFailed: 'The table was not freed.',
    waitingTitle: (name: string) => `Free ${name}?`,
    waiting:
      'A guest is waiting here and has not been asked to pay for anything. Freeing the table signs the guest out of it.',
    freeAnyway: 'Free and end this',
    keep: 'Keep the table',
  },

  order: {
    notYetKnown: 'Not yet known',
    takesLong: 'Paysera has not answered yet; Spotboard goes on by itself.',
    moreLines: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
    title: (number: number) => `Order ${number}`,
    by: (time: string, name: string) => `${time} by ${name}`,
    status,
    closed: (closedAs: Closing | undefined, settledWith: With | undefined) => {
      if (closedAs === 'settled') return taken[settledWith ?? 'cash']
      return closedAs ? closed[closedAs] : 'Closed'
    },
    total: 'Total',
    discount: 'Discount',
    note: 'Note',
    times: (quantity: number) => `${quantity} ×`,
    running,
    unknown,
    lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),

    change: 'Change',
    delete: 'Delete',
    take: 'Cash or card',
    deleteTitle: (amount: string) => `Delete the order of ${amount}?`,
    deletePlain: 'The guest is no longer asked to pay it.',
    keep: 'Keep it',
    takeTitle: (amount: string) => `How was ${amount} paid?`,
    takePlain: 'The guest is no longer asked to pay it in the app, so that nobody pays twice.',
    takeWith: { cash: 'Cash', card: 'Card' } satisfies Record<With, string>,
    reason: 'Reason',
    reasonHint: 'It is kept with your name.',
    reasonNeeded: 'Say why, please: the guest was already asked for it.',
    reasons: ['Typed wrong', 'Guest changed their mind', 'Not served', 'On the house'],

    changedMeanwhile: 'Somebody changed this order before your tap arrived. Nothing was done.',
    versionBefore: 'What you saw',
    movedOn: 'The order has moved on meanwhile. What you see now is how it stands.',
    noAnswer:
      'No answer came, so it is not yet known whether this went through. The order is being read again; wait for it before you try again.',
    unreachable: 'Paysera does not answer, so this did not go through. Try again in a moment.',
    refused: (code = 'no reason given') => `Paysera refused this (${code}). Nothing was changed.`,
  },

  ...enWriting,
}
