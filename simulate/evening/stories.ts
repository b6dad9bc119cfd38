import type { GuestAnswer } from '../people/guests.ts'
import type { StaffActName } from '../people/staff-acts.ts'

export type Doing = StaffActName | GuestAnswer

/** One thing after another at a table; what is done `elsewhere` is done at the one that orders are moved to. */
export type Beat = Doing | 'comes' | { elsewhere: Doing } | { waitS: number }

/** What guests do by themselves is on the screens by then. */
const untilSeen = { waitS: 150 }
/** So is what they let hold, which is looked for more often. */
const untilHeld = { waitS: 40 }
/** Nobody says what became of guests who have left until it is an alarm. */
const unanswered = { waitS: 300 }

/** What one party and those who serve it do, from the first order on. */
export const stories: readonly (readonly Beat[])[] = [
  ['submit', 'pays', 'confirm'],
  ['submit', 'pays', 'confirm', 'submit', 'pays', 'confirm', 'close'],
  ['submit', 'edit', 'pays', 'confirm'],
  ['submit', 'lower', 'pays', 'confirm', 'close'],
  ['submit', 'split', 'pays', 'pays', 'confirm', 'pays', 'confirm', 'confirm'],
  ['submit', 'split off', 'pays', 'pays', 'confirm', 'confirm'],
  ['submit', 'split off cash', 'pays', 'confirm'],
  ['submit', 'submit', 'join', 'pays', 'confirm', 'close'],
  ['submit', 'move', { elsewhere: 'pays' }, { elsewhere: 'confirm' }, 'pays', 'confirm'],
  ['submit', 'delete', 'keep', 'pays', 'confirm'],
  ['submit', 'submit', 'delete', 'pays', 'confirm'],
  ['submit', 'delete', 'delete now'],
  ['submit', 'pays', untilHeld, 'confirm less', 'close'],
  ['submit', 'submit', 'pays', 'pays', 'confirm less', 'confirm'],
  ['submit', 'pays', 'decline', 'offer', 'pays', 'confirm'],
  ['submit', 'pays', untilHeld, 'decline and offer', 'pays', 'confirm'],
  ['submit', 'pays', 'decline'],
  ['submit', 'settle', 'close'],
  ['submit', 'submit', 'settle by card', 'pays', 'confirm'],
  ['submit', 'pays', 'confirm', 'give money back', 'close'],
  ['submit', 'pays', 'confirm', 'give money back', 'give money back'],
  ['submit', 'refuses', untilSeen, 'offer changed', 'pays', 'confirm'],
  ['submit', 'refuses'],
  ['submit', 'pays', 'lets it expire', untilSeen, 'offer', 'pays', 'confirm'],
  ['submit', 'pays', 'lets it expire'],
  ['submit', 'pays another amount', 'confirm', 'decline'],
  ['submit', 'leaves', untilSeen, 'say here', 'pays by code', 'confirm'],
  ['submit', 'leaves', untilSeen, 'say gone', 'write off'],
  ['submit', 'leaves', untilSeen, 'say wait', 'say gone', 'write off'],
  ['submit', 'leaves', untilSeen, 'say moved', { elsewhere: 'pays' }, { elsewhere: 'confirm' }],
  ['submit', 'leaves', unanswered, 'write off'],
  ['submit', 'pays', 'leaves', untilSeen, 'confirm'],
  ['submit', 'pays', 'confirm', 'keep open', 'submit', 'close'],
]

/** The same of guests without a table, who scan a code at the counter. Some walk away from it. */
export const counterStories: readonly (readonly Beat[])[] = [
  ['submit', 'pays', 'confirm'],
  ['submit', 'edit', 'pays', 'confirm'],
  ['submit', 'split', 'pays', 'pays', 'confirm', 'confirm'],
  ['submit', 'pays', untilHeld, 'confirm less'],
  ['submit', 'settle'],
  ['submit', 'refuses', untilSeen, 'offer', 'pays', 'confirm', 'give money back'],
  ['submit', 'pays', untilHeld, 'decline'],
  ['submit'],
]
