import type { CameraTrouble } from '#components/scan/camera-trouble.ts'
import type { Scanned } from '#contract/scan.ts'

const trouble: Record<CameraTrouble, { title: string; way: string }> = {
  unprotected: {
    title: 'The camera needs an encrypted connection',
    way: 'This page came over plain HTTP, and browsers keep the camera off then. Type the table’s number instead, or have Spotboard served over https.',
  },
  missing: {
    title: 'This device has no camera',
    way: 'Type the table’s number instead, or scan with a phone or tablet.',
  },
  forbidden: {
    title: 'Spotboard may not use the camera',
    way: 'Allow it in the browser’s settings for this page, beside the address, then try again. Until then, type the table’s number.',
  },
  busy: {
    title: 'Something else uses the camera',
    way: 'Close the other program or tab that shows the camera, then try again. Until then, type the table’s number.',
  },
  gone: {
    title: 'The camera has stopped',
    way: 'It was switched off or unplugged. Try again, or type the table’s number.',
  },
  failed: {
    title: 'The camera does not start',
    way: 'Try again, or type the table’s number.',
  },
}

/** Each says what the code is; what it leads to opens by itself, so these are the ones that lead nowhere. */
const nowhere: Record<Scanned['kind'], { title: (name: string) => string; why: string }> = {
  table: { title: (name) => name, why: '' },
  unscanned: {
    title: (name) => `Nobody has checked in at ${name} yet`,
    why: 'It opens as soon as a guest scans it with the Paysera app.',
  },
  stranger: {
    title: (name) => `Unregistered code: ${name}`,
    why: 'It is in no register, and nobody has checked in with it. Somebody may have stuck it here.',
  },
  order: { title: (name) => name, why: '' },
  foreign: {
    title: (name) => `Not a code of this house: ${name}`,
    why: 'It is made for Paysera, but belongs to another merchant or to an order that is not known here.',
  },
  other: {
    title: () => 'Not one of our codes',
    why: 'It says:',
  },
}

/** The words of scanning a table's code to open it, and of the sticker round. */
export const enScan = {
  scan: {
    title: 'Scan a code',
    lead: 'Hold a table’s code before the camera, and its table opens.',
    picture: 'What the camera sees',
    starting: 'Starting the camera…',
    looking: 'Looking for a code…',
    opening: 'Opening…',
    tryAgain: 'Try again',
    trouble,
    nowhere,
    typed: 'Or type its name or number',
    open: 'Open',
    noneMatch: 'No table matches.',
    failed: 'The code could not be looked up.',
    wasOf: (name: string) => `This is an old code of ${name}, which nobody can pay with any more.`,
  },

  round: {
    title: 'Sticker round',
    lead: 'Scan the code on each table, to see that the right one is still there.',
    reading: 'Reading the tables…',
    unread: 'The tables could not be read.',
    noTables: 'No tables are registered yet, so there are no codes to look for.',
    begin: 'Begin a round',
    beginPlain:
      'Go from table to table and scan what is stuck there. What matches is ticked and dated, and the list says what is missing. You can stop and go on at any time, and on any device.',
    beginAgain: 'Begin a new round',
    beginAgainTitle: 'Begin a new round?',
    beginAgainPlain: (ticked: number, all: number) =>
      `${ticked} of ${all} tables are ticked. In a new round no table is ticked; when each was scanned last stays known.`,
    keep: 'Go on with this one',
    since: (time: string, name: string) => `Begun ${time} by ${name}`,
    progress: (ticked: number, all: number) => `${ticked} of ${all}`,
    progressName: 'Tables ticked',
    camera: 'Scan with the camera',
    stopCamera: 'Stop the camera',
    typed: 'Or type what stands on the table',
    tick: 'Tick',
    ticked: (name: string) => `${name} is ticked`,
    tickedPlain: 'Compare the name with the table that you stand at.',
    tickedBefore: (time: string, name: string) => `${name} had scanned it ${time} already.`,
    unknown: (name: string) => `Unregistered code: ${name}`,
    unknownBecause: {
      table: 'No registered table has this code. Register the table that it is stuck on.',
      unscanned: 'No registered table has this code. Register the table that it is stuck on.',
      stranger:
        'No table has this code. Take the sticker off, or register the table that it is stuck on.',
      order: 'This is the code of an order, not of a table.',
      foreign: 'This is not a code of this house. Take the sticker off.',
      other: 'This is no code of Paysera’s. Somebody may have stuck it over the right one.',
    } satisfies Record<Scanned['kind'], string>,
    wasOf: (name: string) =>
      `This is an old code of ${name}. Take the sticker off and put the new one on.`,
    several: (name: string) =>
      `Several tables are called ${name}. Type the identifier of the one that you mean.`,
    notTicked: 'The table was not ticked.',
    missing: 'Still missing',
    missingIn: (area: string) => `Still missing, ${area}`,
    done: 'Every table is ticked',
    donePlain: 'The code of each registered table was found in this round.',
    last: (time: string) => `last scanned ${time}`,
    never: 'never scanned',
    tickedList: (count: number) => `Ticked (${count})`,
    by: (name: string, time: string) => `${time} by ${name}`,
    rest: 'out of service',
  },
}
