import type { Verdict } from '#contract/order.ts'

type Difference = Verdict['differences'][number]['what']

const differences: Record<Difference, string> = {
  amount: 'Amount',
  currency: 'Currency',
  key: 'Payment code',
  payments: 'Number of payments',
  project: 'Project',
  location: 'Location',
  status: 'Status',
}

/** The words of held payments and of what is decided about them. */
export const enPayments = {
  payment: {
    equal: (amount: string) => `The guest’s payment is exactly ${amount}`,
    differs: 'The guest’s payment is not what was asked for',
    comparing: 'Comparing the payment with the order…',
    what: 'What',
    asked: 'Asked',
    found: 'Payment',
    differences,
    askManager: 'Only a manager can decide about a payment that differs.',
    heldFor: (age: string) => `held ${age}`,
    confirm: (amount: string) => `Confirm ${amount}`,
    confirming: 'Confirming…',
    confirmAnyway: 'Confirm anyway',
    confirmAnywayAsk: 'Confirm anyway…',
    confirmAnywayTitle: 'Confirm a payment that differs?',
    confirmAnywayPlain:
      'You take the money as the payment says, not as the order says. This cannot be taken back here.',
    acceptsLess: (amount: string) =>
      `That is ${amount} less than the guest was asked for. It stands in the day report with the reason.`,
    lookAgain: 'Look again',
    decline: 'Decline',
    declineTitle: (amount: string) => `Decline the payment of ${amount}?`,
    declinePlain:
      'The guest gets the held money back and you receive nothing. This cannot be undone.',
    declineNow: 'Decline the payment',
    keep: 'Keep it held',
    changedMeanwhile:
      'The payment changed before your tap arrived. Nothing was confirmed: look at it again.',
    holdEnds: (left: string) => `hold ends in ${left}`,
    asks: (amount: string) => `asked ${amount}`,
    holds: (amount: string) => `held ${amount}`,
    took: (amount: string) => `received ${amount}`,
    decide: 'Decide…',
    decideTitle: (name: string) => `The payment of ${name}`,
    otherwise: 'Otherwise…',
    otherwiseAt: (name: string) => `Decide otherwise about ${name}`,
    declineAsk: 'Decline…',
    less: 'Confirm less…',
    lessTitle: 'Confirm less than is held?',
    lessPlain: (amount: string) =>
      `${amount} is held. You receive what you enter, and the guest has the rest back. This cannot be taken back here.`,
    lessAmount: 'Amount that you take',
    lessBad: (amount: string) => `Enter an amount below ${amount}.`,
    lessNow: (amount: string | null) => (amount === null ? 'Confirm less' : `Confirm ${amount}`),
  },

  payments: {
    title: 'Payments',
    lead: 'Held payments that wait for somebody to decide, oldest first, and what came of the others today.',
    held: 'Waiting for a decision',
    decided: 'Today',
    reading: 'Reading the payments…',
    unread: 'The payments could not be read.',
    noneHeld: 'Nothing is held',
    noneHeldPlain: 'As soon as a guest pays in the app, the payment stands here.',
    noneDecided: 'No payment was decided yet today.',
    more: (count: number) => `Only the newest ${count} stand here.`,
    at: (time: string, name: string | undefined) => (name ? `${time} · ${name}` : time),
  },
}
