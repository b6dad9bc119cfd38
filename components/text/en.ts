import type { TileState } from '#contract/floor.ts'
import type { ProblemCode } from '#contract/problem.ts'

/** In each list the word of the state, then what it becomes when it lasts. */
const states: Record<Exclude<TileState, 'unknown'>, readonly [string, ...string[]]> = {
  waiting: ['Waiting', 'Waiting long', 'Kept waiting'],
  held: ['Payment held'],
  left: ['Left the app'],
  open: ['Open', 'Open long', 'Open too long'],
  received: ['Money received'],
  free: ['Free'],
}

const problems: Record<ProblemCode | 'no_answer' | 'unreadable', string> = {
  invalid: 'Something in what was entered is not right.',
  unauthenticated: 'You are signed out. Sign in again.',
  forbidden: 'You may not do this. Ask a manager.',
  not_found: 'This is no longer there.',
  conflict: 'Somebody else changed this meanwhile.',
  idempotency_key_reused: 'This was already sent with other contents.',
  too_many_requests: 'Too many tries in a short time. Wait a minute.',
  precondition_required: 'This screen is out of date. Load it again.',
  reason_required: 'Give a reason, please.',
  method_not_allowed: 'Spotboard does not understand this request.',
  unsupported_media_type: 'Spotboard does not understand this request.',
  payload_too_large: 'This is too much for one request.',
  wallet_refused: 'Paysera refused this.',
  wallet_unreachable: 'Paysera does not answer. Nothing was changed there.',
  outcome_unknown: 'It is not known yet whether this went through. Spotboard is finding out.',
  internal: 'Something went wrong in Spotboard.',
  no_answer: 'No answer from Spotboard. It is not known whether this went through.',
  unreadable: 'Spotboard answered something that this page does not understand. Load it again.',
}

/** The words of shell, floor and sign-in, in a waiter's English. */
export const en = {
  locale: 'en-GB',
  brand: 'Spotboard',
  practice: 'Practice: no real money',

  age: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number, minutes: number) =>
      minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
    days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  },

  problems,
  offline: 'This device has no network. Nothing was sent.',

  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Email or password is not right.',
    incomplete: 'Enter your email and your password.',
    demoTitle: 'Try it with a practice account',
    demo: { manager: 'Fill in as manager', staff: 'Fill in as staff' },
  },

  setUp: {
    title: 'Set up Spotboard',
    lead: 'Make the first manager account. This works once.',
    token: 'Set-up code',
    tokenHint: 'It stands in the window where Spotboard was started.',
    name: 'Your name',
    email: 'Email',
    password: 'Password',
    passwordHint: 'At least 10 characters.',
    submit: 'Make the manager account',
    wrongField: {
      token: 'Enter the set-up code.',
      name: 'Enter your name.',
      email: 'Enter an email address, such as anna@example.com.',
      password: 'Choose a password of at least 10 characters.',
    },
    wrongToken: 'This set-up code is not right, or Spotboard has been set up already.',
    done: 'Spotboard has been set up already.',
    signIn: 'To the sign-in page',
  },

  shell: {
    toFloor: 'To the floor',
    menu: 'Menu',
    signOut: 'Sign out',
    signOutFailed: 'You are still signed in.',
    account: (name: string) => `${name}, your account`,
    roles: { staff: 'Staff', manager: 'Manager' },
    needYou: (count: number) => (count === 1 ? '1 needs you' : `${count} need you`),
    guestPhone: 'Guest’s phone',
    unprotected:
      'Not encrypted: others on this network can read along. Serve Spotboard over https.',
    hide: 'Hide',
    close: 'Close',
    skip: 'Skip to content',
    notFoundTitle: 'There is nothing here',
    notFound: 'The address is wrong, or what it named is gone.',
    crashedTitle: 'This page stopped working',
    crashed: 'Orders and payments are safe: they are kept by Spotboard, not by this page.',
    tryAgain: 'Try again',
  },

  floor: {
    title: 'Floor',
    state: (state: TileState, walletWord: string, lateness = 0) =>
      state === 'unknown' ? `“${walletWord}”` : (states[state][lateness] ?? states[state][0]),
    held: (amount: string) => `held ${amount}`,
    unpaid: (amount: string) => `unpaid ${amount}`,
    received: (amount: string) => `received ${amount}`,
    toFree: (amount: string) => `received ${amount}, to free`,
    unnamed: 'No name',

    filters: 'Show',
    filter: {
      all: 'All',
      waiting: 'Waiting',
      held: 'Held',
      open: 'Open',
      received: 'Received',
      free: 'Free',
      left: 'Left',
      unknown: 'Other',
    },
    find: 'Find table',
    clearFind: 'Clear the search',
    tables: 'Tables',
    noneMatch: 'No table matches.',
    showAll: 'Show all tables',

    strip: 'Needs you',
    nobody: 'Nobody needs you right now',
    stripWaiting: (name: string, age: string) => `${name} waiting ${age}`,
    stripHeld: (name: string, amount: string) => `${name} holds ${amount}`,
    stripLeft: (name: string, amount: string) => `${name} left, ${amount} unpaid`,

    says: {
      waiting: (name: string) => `${name} is waiting.`,
      held: (name: string, amount: string) => `${name}: payment of ${amount} held.`,
      left: (name: string, amount: string) => `${name} left the app, ${amount} unpaid.`,
      more: (count: number) => `And ${count} more.`,
    },

    live: (age: string) => `Live · ${age}`,
    old: (age: string) => `${age} old`,
    never: 'No news yet',

    reading: 'Reading the floor…',
    emptyTitle: 'No tables yet',
    empty:
      'A table appears here as soon as somebody scans its code. Print the codes, put them on the tables, and scan one with the Paysera app.',
    emptyPractice:
      'Open the guest’s phone, pick a table and check in: it appears here within seconds.',
    openGuestPhone: 'Open the guest’s phone',
  },

  trouble: {
    device: {
      title: 'This device has no network',
      works:
        'Other devices go on working. This screen catches up by itself once the network is back.',
    },
    spotboard: {
      title: 'Spotboard does not answer',
      works:
        'Trying again by itself. If it lasts, see whether the machine that runs Spotboard is on.',
    },
    outdated: {
      title: 'Spotboard was updated',
      works: 'This page is older than Spotboard and cannot read its news. Load it again.',
    },
    wallet_unreachable: {
      title: 'Paysera does not answer',
      works: 'Asking guests to pay and confirming have to wait. Cash and card go on.',
    },
    wallet_refuses: {
      title: 'Paysera refuses Spotboard',
      works:
        'A manager has to check the wallet credentials. Orders and confirming do not work until then.',
    },
    wallet_busy: {
      title: 'Paysera asks us to slow down',
      works: 'Everything works, but news arrives late for a while.',
    },
    wallet_garbled: {
      title: 'Paysera answers something unreadable',
      works: 'Trying again by itself. Look twice before you confirm a payment.',
    },
    reload: 'Load again',
    asOf: (age: string) => `What you see is ${age} old.`,
    asOfNever: 'Nothing has been read yet.',
  },
}
