type Answer = 'here' | 'gone' | 'wait' | 'moved' | 'written_off'

const answered: Record<Answer, (name: string, time: string) => string> = {
  here: (name, time) => `${time}: ${name} says that they are still here.`,
  gone: (name, time) => `${time}: ${name} says that they are gone.`,
  wait: (name, time) => `${time}: ${name} waits for them.`,
  moved: (name, time) => `${time}: ${name} moved what could be moved.`,
  written_off: (name, time) => `${time}: ${name} wrote off what could be written off.`,
}

/** The words of how a visit ends: guests who leave the app, freeing a table, and a table that frees itself. */
export const enLeaving = {
  left: {
    title: 'The guest has left the app',
    titleAlarm: 'Gone without paying?',
    unpaid: (amount: string, time: string) => `They checked out at ${time} with ${amount} unpaid.`,
    held: (amount: string, time: string) =>
      `They checked out at ${time}. Their payment of ${amount} is held: confirm it below.`,
    withdrawn: (amount: string) =>
      `Paysera withdrew ${amount} of it when they checked out, so no code pays that any more. Let them scan the table again and then ask again below, or move it to where they are.`,
    heldToo: (amount: string) => `A payment of ${amount} is held: confirm it below.`,
    ask: 'Where are they?',
    here: 'Still here',
    movedTo: (name: string) => `Moved to ${name}`,
    moved: 'Moved to…',
    movedOther: 'Another table…',
    gone: 'Gone',
    wait: (minutes: number) => `Wait ${minutes} min`,
    quietUntil: (time: string) => `Quiet until ${time}.`,
    writeOff: 'Write off…',
    writeOffTitle: (amount: string) => `Write off ${amount}?`,
    writeOffPlain:
      'Nobody is asked to pay it any more, neither here nor in the app. This cannot be undone.',
    writeOffNow: 'Write off',
    writeOffReasons: ['Left without paying', 'Could not be found', 'Too little to follow up'],
    keep: 'Keep it open',
    code: 'Let the guest scan this with the app',
    answered,
    decided:
      'Somebody decided about this before your tap arrived. What you see now is how it stands.',
    notMoved: 'Nobody is checked in at that table any more, so nothing was moved.',
    failed: 'That was not done.',
  },

  freeing: {
    title: (name: string) => `${name} has something unpaid`,
    ends: 'This ends with the table, and the guest can no longer pay it in the app:',
    settledTitle: (name: string) => `Nothing is open at ${name} any more`,
    settled: 'The table can be freed.',
    unpaidStaff:
      'Only a manager can free a table with something unpaid. Here is what you can do about it, or call a manager.',
    heldTitle: (name: string) => `${name} has a payment held`,
    held: 'The guest’s money is held, so the table cannot be freed yet. Decide about the payment here.',
    atWorkTitle: (name: string) => `${name} is not done yet`,
    atWork:
      'Spotboard is still at work on what stands here, so the table cannot be freed yet. It goes on by itself.',
    total: (amount: string) => `Unpaid in all: ${amount}`,
  },

  byItself: {
    in: (time: string) => `Everything is paid. The table frees itself in ${time}.`,
    now: 'Everything is paid. The table is being freed…',
    keep: 'Keep it open',
    notKept: 'That did not get through. Try again.',
    tooLate: 'It is being freed already, or something was ordered meanwhile.',
  },
}
