/** Every word on the page. Names, identifiers and amounts come in ready to be shown. */

/** @typedef {import('./order-phase.js').Phase} Phase */

const english = {
  locale: 'en-IE',
  practice: 'Practice: no real money',
  pageTitle: 'Guest’s phone',
  pageHint: 'Open the dashboard beside this page, and play its guests.',
  guests: 'Guest',
  anotherGuest: 'Another guest',
  simulation: 'Guests come and go by themselves',
  simulationTrouble: 'That did not reach the sandbox. Try the switch again.',
  language: 'Language',
  phoneOf: (/** @type {string} */ name) => `Phone: ${name}`,
  ownTab: (/** @type {string} */ name) => `Open in its own tab: ${name}`,
  app: 'Practice wallet',
  connected: 'connected',
  connecting: 'connecting…',
  lost: (/** @type {string} */ time) => `No answer since ${time}. Trying again by itself.`,
  unreadable: (/** @type {string} */ time) =>
    `Unreadable answers since ${time}. Trying again by itself.`,
  noAnswer: 'The sandbox does not answer',
  answersAgain: 'The sandbox answers again',
  noAnswerHint:
    'Is “npm start” still running where you started it? As soon as the sandbox is back, this page goes on by itself.',

  scannedHeading: 'Scanned to pay',
  scanHeading: 'Scan a table',
  scanHint: 'Tap a table, as if you scanned the code on it.',
  codeLabel: 'Or enter any code',
  codeExample: 'PAYSERA*3:TABLE1',
  scan: 'Scan',
  useCamera: 'Use the camera',
  checkInAt: (/** @type {string} */ at) => `Check in at ${at}`,
  noTables: 'No tables yet. Enter a code: its table appears by itself.',
  tablesUnknown: 'The tables are not known yet.',
  spotStatus: new Map([
    ['closed', 'Free'],
    ['waiting', 'Waiting'],
    ['open', 'In use'],
    ['opened', 'In use'],
  ]),
  here: (/** @type {string} */ names) => `${names} here`,
  backTo: (/** @type {string} */ at) => `Back to ${at}`,
  movingHint: (/** @type {string} */ at) => `Checking in elsewhere checks you out of ${at}.`,

  waiting: (/** @type {string} */ at) => `You are checked in at ${at} – waiting for staff`,
  seated: (/** @type {string} */ at) => `You are checked in at ${at}`,
  nothingYet: 'What you order appears here as soon as staff put it on your table.',
  order: (/** @type {string} */ id) => `Order ${id}`,
  pay: (/** @type {string} */ amount) => `Pay ${amount}`,
  refuse: 'Refuse',
  toPay: 'To pay',
  held: 'Held',
  nothingLeft: 'Nothing left to pay',
  leave: 'Leave table',
  elsewhere: 'Scan another table',
  phase: {
    payable: 'To pay',
    underWay: 'Payment under way – nothing is held yet',
    held: 'Payment held – waiting for the café to confirm',
    paid: 'Paid',
    refused: 'You refused to pay this',
    declined: 'The café declined the payment – your money is back',
    failed: 'The payment failed or ran out of time – your money is back',
    withdrawn: 'Cancelled by the café – nothing to pay',
    unknown: 'State not known to this page',
  },
  unpaidAtEnd: 'Not paid',

  endings: new Map([
    ['closed_by_merchant', (/** @type {string} */ at) => `The café closed ${at}`],
    ['left', (/** @type {string} */ at) => `You left ${at}`],
    ['moved', (/** @type {string} */ at) => `You moved away from ${at}`],
  ]),
  ended: (/** @type {string} */ at) => `Your visit at ${at} is over`,
  endedEmpty: 'Nothing was ordered, nothing is to be paid.',
  gotIt: 'Got it',

  refusals: new Map([
    ['not_enough_funds', 'There is not enough money in this practice wallet.'],
    ['rate_limit_exceeded', 'Too many tries at once. Wait a minute, then try again.'],
    ['invalid_state', 'That is no longer possible: somebody changed it meanwhile.'],
  ]),
  troubleScan:
    'This code leads to no table and to no payment. It should look like PAYSERA*3:TABLE1.',
  troubleOther: 'That did not work. What you see here is how it stands now.',
  troubleUnknown:
    'No answer, so it is not known whether that went through. This page keeps looking and shows it as soon as it is known.',
  sandboxSays: (/** @type {string} */ words) => `The sandbox says: ${words}`,

  cameraHeading: 'Point the camera at the code on the table',
  cameraStop: 'Stop',
  cameraTrouble: 'The camera cannot be used here. Enter the code instead.',

  newOrder: 'New to pay',
  changedOrder: 'Changed by the café',
}

/** @typedef {typeof english} Text */

/** @type {Text} */
const lithuanian = {
  locale: 'lt-LT',
  practice: 'Bandymas: pinigai netikri',
  pageTitle: 'Svečio telefonas',
  pageHint: 'Šalia šio puslapio atverkite personalo skydelį ir pabūkite jo svečiais.',
  guests: 'Svečias',
  anotherGuest: 'Kitas svečias',
  simulation: 'Svečiai ateina ir išeina patys',
  simulationTrouble: 'Bandomoji sistema to negavo. Pabandykite dar kartą.',
  language: 'Kalba',
  phoneOf: (name) => `Telefonas: ${name}`,
  ownTab: (name) => `Atverti atskirai: ${name}`,
  app: 'Bandomoji piniginė',
  connected: 'prisijungta',
  connecting: 'jungiamasi…',
  lost: (time) => `Nuo ${time} nėra atsakymo. Bandoma toliau.`,
  unreadable: (time) => `Nuo ${time} atsakymai nesuprantami. Bandoma toliau.`,
  noAnswer: 'Bandomoji sistema neatsako',
  answersAgain: 'Bandomoji sistema vėl atsako',
  noAnswerHint:
    'Ar tebeveikia „npm start“ ten, kur jį paleidote? Kai sistema vėl atsakys, puslapis tęs darbą pats.',

  scannedHeading: 'Nuskaityta apmokėti',
  scanHeading: 'Nuskaitykite staliuko kodą',
  scanHint: 'Palieskite staliuką, lyg nuskaitytumėte ant jo esantį kodą.',
  codeLabel: 'Arba įveskite bet kokį kodą',
  codeExample: 'PAYSERA*3:TABLE1',
  scan: 'Nuskaityti',
  useCamera: 'Naudoti kamerą',
  checkInAt: (at) => `Registruotis: ${at}`,
  noTables: 'Staliukų dar nėra. Įveskite kodą: jo staliukas atsiras pats.',
  tablesUnknown: 'Staliukai dar nežinomi.',
  spotStatus: new Map([
    ['closed', 'Laisvas'],
    ['waiting', 'Laukia'],
    ['open', 'Užimtas'],
    ['opened', 'Užimtas'],
  ]),
  here: (names) => `Čia: ${names}`,
  backTo: (at) => `Grįžti: ${at}`,
  movingHint: (at) => `Užsiregistravę kitur, būsite išregistruoti iš ${at}.`,

  waiting: (at) => `Užsiregistravote: ${at} – laukiama personalo`,
  seated: (at) => `Užsiregistravote: ${at}`,
  nothingYet: 'Užsakymas atsiras čia, kai tik personalas jį priskirs jūsų staliukui.',
  order: (id) => `Užsakymas ${id}`,
  pay: (amount) => `Mokėti ${amount}`,
  refuse: 'Atsisakyti',
  toPay: 'Mokėti',
  held: 'Rezervuota',
  nothingLeft: 'Mokėti nebereikia',
  leave: 'Palikti staliuką',
  elsewhere: 'Nuskaityti kitą staliuką',
  phase: {
    payable: 'Laukia apmokėjimo',
    underWay: 'Mokėjimas vykdomas – pinigai dar nerezervuoti',
    held: 'Pinigai rezervuoti – laukiama, kol kavinė patvirtins',
    paid: 'Sumokėta',
    refused: 'Atsisakėte už tai mokėti',
    declined: 'Kavinė mokėjimo nepriėmė – pinigai grąžinti',
    failed: 'Mokėjimas nepavyko arba baigėsi laikas – pinigai grąžinti',
    withdrawn: 'Kavinė atšaukė – mokėti nereikia',
    unknown: 'Šiam puslapiui nežinoma būsena',
  },
  unpaidAtEnd: 'Nesumokėta',

  endings: new Map([
    ['closed_by_merchant', (at) => `Kavinė uždarė staliuką ${at}`],
    ['left', (at) => `Palikote staliuką ${at}`],
    ['moved', (at) => `Persėdote nuo staliuko ${at}`],
  ]),
  ended: (at) => `Apsilankymas prie staliuko ${at} baigėsi`,
  endedEmpty: 'Nieko neužsakėte, mokėti nereikia.',
  gotIt: 'Supratau',

  refusals: new Map([
    ['not_enough_funds', 'Šioje bandomojoje piniginėje nepakanka pinigų.'],
    ['rate_limit_exceeded', 'Per daug bandymų iš karto. Palaukite minutę ir bandykite vėl.'],
    ['invalid_state', 'To padaryti nebegalima: kažkas tai ką tik pakeitė.'],
  ]),
  troubleScan:
    'Šis kodas nerodo nei staliuko, nei mokėjimo. Jis turėtų atrodyti taip: PAYSERA*3:TABLE1.',
  troubleOther: 'Nepavyko. Čia matote, kaip yra dabar.',
  troubleUnknown:
    'Atsakymo nėra, todėl nežinoma, ar pavyko. Puslapis tikrina toliau ir parodys, kai tik sužinos.',
  sandboxSays: (words) => `Sistemos žodžiai: ${words}`,

  cameraHeading: 'Nukreipkite kamerą į staliuko kodą',
  cameraStop: 'Baigti',
  cameraTrouble: 'Kameros čia naudoti negalima. Įveskite kodą.',

  newOrder: 'Naujas mokėjimas',
  changedOrder: 'Kavinė pakeitė',
}

export const catalogues = { en: english, lt: lithuanian }

/** @typedef {keyof typeof catalogues} Language */

/**
 * @param {string | null} chosen What the guest chose earlier on this device.
 * @param {readonly string[]} preferred As in `navigator.languages`, best first.
 * @returns {Language}
 */
export function languageFor(chosen, preferred) {
  if (chosen === 'en' || chosen === 'lt') return chosen
  return preferred[0]?.toLowerCase().startsWith('lt') ? 'lt' : 'en'
}
