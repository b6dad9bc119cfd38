import type { DifferenceKind } from '#contract/difference.ts'

const kinds: Record<DifferenceKind, string> = {
  received_not_booked: 'Paysera received this money, and no order here is paid by it.',
  booked_not_received: 'An order here counts as paid, and Paysera has not received the money.',
  amount_differs: 'Paysera received another amount than the order here says.',
  vanished: 'An order here stands on a payment that Paysera does not know any more.',
}

const words: Record<string, string> = {
  none: 'nothing',
  replaced: 'replaced by another payment',
  sending: 'being sent',
  pending: 'asked, unpaid',
  new: 'asked, unpaid',
  reserved: 'held',
  confirmed: 'received',
  closed: 'ended',
  revoked: 'given back',
  deleted: 'withdrawn',
  rejected: 'refused by the guest',
  failed: 'ran out',
}

/** The words of what Paysera and the book say differently. */
export const enDifferences = {
  differences: {
    title: 'Paysera and the book differ',
    lead: 'Spotboard compares the payments of the last days with Paysera, a little at a time.',
    settled: 'Settled in the last days',
    kinds,
    /** A word that nobody knows stands as it is (law 11). */
    state: (word: string) => words[word] ?? `“${word}”`,
    book: 'In the book',
    paysera: 'At Paysera',
    payment: (key: string) => `Payment ${key}`,
    seen: (since: string) => `first seen ${since} ago`,
    toOrder: (name: string) => `To ${name}`,
    look: 'Look again',
    looking: 'Looking…',
    adopt: 'Record as received',
    adopting: 'Recording…',
    explain: 'Explain',
    explainTitle: 'Why is this all right?',
    explainPlain:
      'The difference stays on record with your reason, and no screen calls for it any more.',
    explainNow: 'Keep the reason',
    keep: 'Not yet',
    failed: 'That did not go through.',
    needsManager: 'A manager decides about this.',
    gone: 'Both agree again',
    adopted: (name: string) => `Recorded as received by ${name}`,
    explained: (name: string, reason: string) => `Explained by ${name}: ${reason}`,
    unread: 'What differs could not be read.',
  },
}
