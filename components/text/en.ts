import type { TileState } from '#contract/floor.ts'
import { basics } from '#components/text/en-basics.ts'

/** In each list the word of the state, then what it becomes when it lasts. */
const states: Record<Exclude<TileState, 'unknown'>, readonly [string, ...string[]]> = {
  waiting: ['Waiting', 'Waiting long', 'Kept waiting'],
  held: ['Payment held', 'Payment held long', 'Payment held too long'],
  gone: ['Gone unpaid?'],
  left: ['Left the app'],
  asking: ['Still wanted?'],
  open: ['Open', 'Open long', 'Open too long'],
  received: ['Money received'],
  tab: ['On a tab'],
  resting: ['Out of service'],
  free: ['Free'],
  stranger: ['Unregistered code'],
}

/** The words of shell and floor, in a waiter's English. */
export const en = {
  ...basics,
  locale: 'en-GB',
  figures: { decimal: '.', group: ',' },

  age: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number, minutes: number) =>
      minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
    days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  },

  shell: {
    startShift: 'Start shift',
    payments: (count: number) =>
      count === 0
        ? 'Payments'
        : `Payments, ${count === 1 ? '1 waits' : `${count} wait`} for a decision`,
    paymentsShort: 'Payments',
    account: (name: string) => `${name}, your account`,
    guestPhone: 'Guest’s phone',
    close: 'Close',
    differences: (count: number) =>
      count === 1
        ? '1 payment is not the same at Paysera and here'
        : `${count} payments are not the same at Paysera and here`,
    skip: 'Skip to content',
  },

  floor: {
    title: 'Floor',
    state: (state: TileState, walletWord: string, lateness = 0) =>
      state === 'unknown' ? `“${walletWord}”` : (states[state][lateness] ?? states[state][0]),
    nobodyPaid: 'Nobody has paid',
    held: (amount: string) => `held ${amount}`,
    unpaid: (amount: string) => `unpaid ${amount}`,
    received: (amount: string) => `received ${amount}`,
    tab: (amount: string) => `tab ${amount}`,
    resting: 'out of service',
    toFree: (amount: string) => `${amount}, to free`,
    byItself: (time: string) => `by itself in ${time}`,
    alsoLeft: 'some left the app',
    stillHere: 'still here',

    filters: 'Show',
    filter: {
      all: 'All',
      needs_person: 'Needs you',
      waiting: 'Waiting',
      held: 'Held',
      open: 'Open',
      received: 'Received',
      free: 'Free',
      tab: 'On a tab',
      resting: 'Out of service',
      gone: 'Gone?',
      left: 'Left',
      asking: 'Still wanted?',
      stranger: 'Unregistered',
      unknown: 'Other',
    },
    find: 'Find table',
    clearFind: 'Clear the search',
    scan: 'Scan a table’s code',
    tables: 'Tables',
    tablesOf: (area: string) => `Tables, ${area}`,
    noArea: 'Elsewhere',
    view: 'How the floor looks',
    notLive: 'not live',
    noneMatch: 'No table matches.',
    showAll: 'Show all tables',

    stillOpen: 'Still open',

    go: 'I’m going',
    goTo: (name: string) => `I’m going to ${name}`,
    goes: (name: string) => `${name} is going`,
    goesAlready: (name: string) => `${name} is going already.`,
    goNotNeeded: 'Nobody there needs anybody any more.',
    goFailed: 'That did not get through. Try again.',
    next: (count: number) => `${count === 1 ? '1 needs you' : `${count} need you`} · next`,

    strip: 'Needs you',
    nobody: 'Nobody needs you right now',
    stripWaiting: (name: string, age: string) => `${name} waiting ${age}`,
    stripHeld: (name: string, amount: string) => `${name} holds ${amount}`,
    stripGone: (name: string, amount: string) => `${name} gone? ${amount} unpaid`,
    stripAsking: (name: string) => `${name}: order still wanted?`,

    says: {
      waiting: (name: string) => `${name} is waiting.`,
      held: (name: string, amount: string) => `${name}: payment of ${amount} held.`,
      gone: (name: string, amount: string) => `${name}: gone, ${amount} unpaid?`,
      asking: (name: string) => `${name}: is the order still wanted?`,
      more: (count: number) => `And ${count} more.`,
    },

    live: (age: string) => `Live · ${age}`,
    old: (age: string) => `${age} old`,
    never: 'No news yet',

    reading: 'Reading the floor…',
    unread: 'The tables show here as soon as they can be read.',
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
    storage: {
      title: 'Spotboard cannot write to its database',
      works:
        'Nothing new can be sent. Whoever looks after the machine has to make room on its disk or see to its database.',
    },
    reload: 'Load again',
    asOf: (age: string) => `What you see is ${age} old.`,
    asOfNever: 'Nothing has been read yet.',
  },
}
