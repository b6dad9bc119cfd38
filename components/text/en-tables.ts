import type { UnregisteredSpot } from '#contract/table.ts'

const obstacles: Record<NonNullable<UnregisteredSpot['obstacle']>, (of: string) => string> = {
  unseen_characters: () => 'Its code holds unseen or direction-changing characters.',
  too_long: () => 'Its code is longer than 100 characters.',
  no_identifier: () => 'Paysera does not show what its code says.',
  no_location: () => 'Paysera does not show in which location it is.',
  twice: () => 'It is the same as another one here; letter case makes no difference.',
  retired: (of) => `It is the code of ${of}, which is retired. Bring that table back instead.`,
  former: (of) => `It was the code of ${of} before. To use it again, add a table with it.`,
}

function counted(count: number): string {
  return count === 1 ? '1 table' : `${count} tables`
}

/** The words of the page on which managers keep the register of tables. */
export const enTables = {
  tables: {
    title: 'Tables',
    lead: 'Which tables there are, in the order in which they stand on the floor.',
    reading: 'Reading the tables…',
    unread: 'The tables could not be read.',

    add: 'Add a table',
    series: 'Add a series',
    takeOver: 'Take over from Paysera',
    import: 'Import a file',
    export: 'Save as a file',
    files: 'As a file',
    filesPlain: 'For a spreadsheet, or to keep a copy. Saved and imported again, nothing changes.',
    noArea: 'No area',
    retired: 'Retired',
    retiredPlain:
      'Their codes are treated as unregistered ones. Nothing that was paid there is lost.',

    emptyTitle: 'No table is registered yet',
    empty:
      'The register says which tables your house has. They stand on the floor under the names that you give them, in your order, also before anybody has scanned them.',
    emptyCodes: 'Their codes are printed from it.',
    emptyStrangers:
      'A code that is in no register is shown apart as an unregistered one: mistyped, made up or of a table that is no more.',
    takeOverAll: (count: number) => `Take over the ${counted(count)} that Paysera shows`,
    orAdd: 'Or add them here:',

    name: 'Name',
    nameHint: 'What people call it. Empty: as its code says.',
    identifier: 'Code says',
    identifierHint: 'Capital letters, digits and spaces make the smallest code, such as T12.',
    identifierLarge: (better: string | null) =>
      better === null
        ? 'This works, but its code is larger and harder to scan from afar than one of capital letters, digits and spaces.'
        : `This works, but its code is larger and harder to scan from afar than that of ${better}.`,
    badIdentifier: (most: number) => `Enter 1 to ${most} characters, none of them unseen.`,
    identifierChanges: (before: string) =>
      `The printed code says ${before}. It will be an unregistered one, and this table needs a new code.`,
    spellingChanges: 'Only letter case changes, so the printed code still leads here.',
    area: 'Area',
    areaHint: 'The part of the house it stands in, such as Terrace.',
    seats: 'Seats',
    location: 'Location',
    badName: 'Enter a name of 40 characters at most, none of them unseen.',
    badArea: 'Enter an area of 40 characters at most, none of them unseen.',
    badSeats: (most: number) => `Enter a whole number from 1 to ${most}, or nothing.`,

    addTitle: 'Add a table',
    addNow: 'Add it',
    cancel: 'Cancel',
    save: 'Save',
    saving: 'Saving…',
    edit: (name: string) => `Edit ${name}`,
    editTitle: (name: string) => name,
    seatsOf: (seats: number) => (seats === 1 ? '1 seat' : `${seats} seats`),
    resting: 'Out of service',
    restingOf: (name: string) => `${name} out of service`,
    retire: 'Retire this table',
    retirePlain:
      'It leaves the floor, and its code is treated as an unregistered one. You can bring it back.',
    isRetired: (name: string) => `${name} is retired.`,
    bringBack: 'Bring back',
    bringBackOf: (name: string) => `Bring back ${name}`,
    isBack: (name: string) => `${name} is back.`,
    added: (count: number) => `${counted(count)} added.`,

    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    choose: (name: string) => `Choose ${name}`,
    chosen: (count: number) => `${counted(count)} chosen`,
    clear: 'Choose none',
    move: 'Move to another area',
    moveTitle: (count: number) => `Move ${counted(count)}`,
    moveHint: 'Empty: no area.',
    moveNow: 'Move',

    seriesTitle: 'Add a series of tables',
    prefix: 'Begins with',
    from: 'First number',
    to: 'Last number',
    digits: 'Numbers',
    digitWays: { 1: '1, 2, 3', 2: '01, 02, 03', 3: '001, 002, 003' },
    badSeries: (most: number) =>
      `Enter whole numbers, the first no greater than the last, ${most} tables at most.`,
    seriesAdds: (count: number) =>
      count === 0 ? 'Nothing would be added.' : `${counted(count)} will be added:`,
    seriesKnown: (names: string) => `There already, and left as they are: ${names}`,
    addSeries: (count: number) => `Add ${counted(count)}`,

    takeOverTitle: 'Take over from Paysera',
    takeOverPlain:
      'What Paysera shows and what is in no register here. Untick what is no table of yours.',
    takeOverNone: 'Everything that Paysera shows is registered.',
    takeOverNow: (count: number) => `Take over ${counted(count)}`,
    takeOverMore: (count: number) => `And ${count} more, which were scanned later.`,
    obstacle: (why: NonNullable<UnregisteredSpot['obstacle']>, of = '') => obstacles[why](of),

    firstTitle: (location: string) => `The first tables of ${location}`,
    firstAll:
      'From then on, a code there that is not in the register is shown as an unregistered one, and closed by the rule in Settings. All that Paysera shows there now is in it.',
    firstOthers: (count: number, codes: string) =>
      `From then on, a code there that is not in the register is shown as an unregistered one, and closed by the rule in Settings. Of what Paysera shows there now, ${count === 1 ? 'that is 1 code' : `these are ${count} codes`}: ${codes}`,

    conflictTitle: 'Another manager changed this meanwhile',
    conflictTheirs: 'What is saved now',
    conflictMine: 'What you were saving',
    keepTheirs: 'Leave it so',
    saveMine: 'Save mine over it',
    orderTheirs: 'The order that is saved now',
    orderMine: 'Your order',
    is: (field: string, value: string) => `${field}: ${value}`,
    none: 'none',
    state: 'State',
    states: { in_use: 'in use', resting: 'out of service', retired: 'retired' },

    takenTitle: 'This code is taken',
    taken: (name: string, identifier: string) =>
      `${name} has the code ${identifier}. Letter case makes no difference.`,
    takenRetired: (name: string, identifier: string) =>
      `${name} has the code ${identifier} and is retired. You can bring it back.`,
    takenBefore: (name: string) =>
      `Old codes of ${name} say this. If another table takes this over, whoever scans an old one is served there. Take it over only if the old codes are gone.`,
    reuse: 'The old codes are gone: take it over',

    noAnswer:
      'No answer came, so it is not yet known whether this was saved. What is saved is being read again.',
    notSaved: 'This was not saved.',
  },
}
