/** The words of codes that are in no register. */
export const enStrangers = {
  strangers: {
    burst: (codes: number, time: string) =>
      `${codes === 1 ? '1 unregistered code' : `${codes} unregistered codes`} since ${time}.`,
    burstWhy:
      'Somebody is probably making codes up, or new codes were printed and not registered. Register those that are yours; free the others, or leave them to your rule.',
    burstShow: 'Show them',
    burstSeen: 'I have seen it',
    burstFailed: 'That did not get through. Try again.',

    title: 'This code is no table of yours',
    says: 'The code says',
    nothing: 'nothing that can be read',
    seen: (time: string, visits: number, closed: number) =>
      [
        `First seen ${time}.`,
        visits > 1 ? `Somebody came with it ${visits} times.` : '',
        closed > 0 ? `Closed by itself ${closed === 1 ? 'once' : `${closed} times`}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    near: (identifier: string) => `Is it ${identifier}?`,
    nearWhy: (name: string) =>
      `One or two letters are different. Look at the code that is stuck on ${name}: it may be misprinted, or somebody has stuck another one over it. If it is wrong, print it again. Until then guests who scan it do not reach ${name}.`,
    closesIn: (time: string) => `It is closed by itself in ${time}.`,
    closesNow: 'It is closed by itself as soon as Paysera takes the call.',
    staysOpen: 'Somebody wants it open, so it is not closed by itself on this visit.',
    byHand: 'It is not closed by itself: free it, or register it.',
    keep: 'Leave it open',
    tooLate: 'It is being closed already.',
    notKept: 'That did not get through. It is still closed by itself.',
    adopt: 'Register it as a table',

    adoptTitle: 'Register this code as a table',
    adoptWhy:
      'From now on whoever scans it sits at a table of yours, and it is not closed by itself.',
    adoptNear: (identifier: string) =>
      `It is nearly ${identifier}, which is registered already. Register it only if it is a table of its own.`,
    adoptName: 'Name of the table',
    adoptHint: 'What staff call it, up to 40 characters.',
    adoptNameMissing: 'Give it a name.',
    adoptNow: 'Register the table',
    adoptNoPlace: 'Paysera does not say in which location it is, so it cannot be registered here.',
    adoptFormer:
      'A table of yours had this code before. Open the list of tables to decide whose it is now.',
    adoptBad: 'This code holds characters that a table’s code cannot hold. Free it instead.',
    adopting: 'Registering…',
  },

  strangerSettings: {
    title: 'Unregistered codes',
    plain:
      'Anybody can make up a code. One that is no table of yours is shown apart on the floor and closed after this time, but never while a guest was asked to pay there. It holds where at least one table is registered.',
    nowhere: 'As soon as a table is registered or the floor shows a location, it stands here.',
    at: (name: string) => `At ${name}`,
    ways: { grace: 'After a time', once: 'At once', hand: 'By hand' },
    seconds: 'Seconds to wait',
    hint: (most: number) => `From 1 to ${most}.`,
    bad: (most: number) => `Enter a whole number from 1 to ${most}.`,
    setBy: (name: string) => `Set by ${name}`,
    unset: 'Nobody has set anything else yet.',
    burstTitle: 'Alarm',
    burstPlain: 'So many different codes in so short a time raise one alarm on every screen.',
    codes: 'Codes',
    codesHint: (most: number) => `From 2 to ${most}.`,
    codesBad: (most: number) => `Enter a whole number from 2 to ${most}.`,
    minutes: 'Within minutes',
    minutesHint: (most: number) => `From 1 to ${most}.`,
    minutesBad: (most: number) => `Enter a whole number from 1 to ${most}.`,
    save: 'Set the rules',
    saved: 'It holds from now on.',
  },
}
