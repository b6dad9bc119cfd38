import { announcerFor, newsText } from './announce.js'
import { fetchSimulation, fetchTables, postSimulation } from './api.js'
import { createGuestSession } from './guest-session.js'
import {
  addressOf,
  choose,
  displayName,
  guestsInAddress,
  knownGuests,
  nextGuest,
  shownGuests,
} from './guests.js'
import { keepFocus } from './keep-focus.js'
import { keepLooking } from './keep-looking.js'
import { moneyFormatter } from './money.js'
import { h, patch } from './patch.js'
import { phoneFrame } from './phone-frame.js'
import { isCameraOffered, scanWithCamera } from './qr-scan.js'
import { recall, remember } from './remember.js'
import { catalogues, languageFor } from './text.js'
import { toolbar } from './toolbar.js'
import { visibleText } from './visible-text.js'

/**
 * @typedef {import('./guest-session.js').GuestSession} GuestSession
 * @typedef {ReturnType<typeof currentPage>} Page What every view is given to draw from and to act with.
 */

const ROOM_FOR_TWO = window.matchMedia('(min-width: 720px)')
const ROOM_FOR_THREE = window.matchMedia('(min-width: 1080px)')
const SIMULATION_EVERY_ROUNDS = 4

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

const root = element('page')
const announce = announcerFor(element('announcements'))

let language = languageFor(recall('localStorage'), navigator.languages)
let inAddress = guestsInAddress(location.search)
/** @type {import('./api.js').Tables | undefined} */
let tables
/** @type {(import('./api.js').Simulation & { busy: boolean, failed: boolean }) | undefined} */
let simulation
/** @type {Map<string, GuestSession>} */
const sessions = new Map()

const room = () => (ROOM_FOR_THREE.matches ? 3 : ROOM_FOR_TWO.matches ? 2 : 1)
const shown = () => shownGuests(inAddress, room())
const known = () => knownGuests([...guestsInAddress(recall('sessionStorage') ?? ''), ...inAddress])

/** @param {string} guest */
function sessionOf(guest) {
  const session =
    sessions.get(guest) ??
    createGuestSession(guest, { now: Date.now, onUpdate: render, onNews: tell })
  sessions.set(guest, session)
  return session
}

/** @param {GuestSession} session @param {import('./guest-session.js').News} news */
function tell(session, news) {
  const sentence = newsText(news, currentPage())
  const isShared = news.kind === 'lost' || news.kind === 'back' || shown().length === 1
  announce(isShared ? sentence : `${visibleText(displayName(session.guest))}: ${sentence}`)
}

function currentPage() {
  const t = catalogues[language]
  const time = new Intl.DateTimeFormat(t.locale, { timeStyle: 'medium' })
  const list = new Intl.ListFormat(t.locale)
  return {
    t,
    language,
    tables,
    simulation,
    shown: shown(),
    known: known(),
    isCameraOffered: isCameraOffered(),
    money: moneyFormatter(t.locale),
    timeOf: (/** @type {number} */ atMs) => time.format(atMs),
    namesOf: (/** @type {string[]} */ guests) =>
      list.format(guests.map((guest) => visibleText(displayName(guest)))),
    choose: (/** @type {string} */ guest) => show(choose(shown(), guest, room())),
    addGuest: () => show(choose(shown(), nextGuest(known()), room())),
    speak,
    simulate,
    scan,
    useCamera,
    startPicking: (/** @type {GuestSession} */ session) =>
      change(session, { isPickingTable: true }),
    stopPicking: (/** @type {GuestSession} */ session) =>
      change(session, { isPickingTable: false }),
    dismissNotice: (/** @type {GuestSession} */ session) => change(session, { notice: undefined }),
    dismissVisit: (/** @type {GuestSession} */ session, /** @type {string} */ edition) =>
      change(session, { dismissedVisit: edition }),
  }
}

/** @param {GuestSession} session @param {Partial<GuestSession>} difference */
function change(session, difference) {
  Object.assign(session, difference)
  render()
  void look()
}

/** @param {string[]} guests */
function show(guests) {
  inAddress = guests
  remember('sessionStorage', addressOf(known()))
  history.pushState(null, '', addressOf(guests))
  render()
  queueMicrotask(revealChosen)
  void look()
}

/** On a narrow screen the row of guests scrolls. */
function revealChosen() {
  for (const chip of root.querySelectorAll('.chip[aria-pressed="true"]'))
    chip.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** @param {import('./text.js').Language} chosen */
function speak(chosen) {
  language = chosen
  remember('localStorage', chosen)
  render()
}

/** @param {boolean} running */
async function simulate(running) {
  if (simulation === undefined || simulation.busy) return
  simulation = { ...simulation, busy: true, failed: false }
  render()
  try {
    simulation = { ...(await postSimulation(running)), busy: false, failed: false }
  } catch {
    simulation = { ...simulation, busy: false, failed: true }
    announce(catalogues[language].simulationTrouble)
  }
  render()
}

/** @param {GuestSession} session @param {string} code */
function scan(session, code) {
  void session.act('scan', { code })
}

/** @param {GuestSession} session */
async function useCamera(session) {
  const { t } = currentPage()
  try {
    const code = await scanWithCamera(t)
    if (code !== undefined) scan(session, code)
  } catch {
    session.notice = { act: 'camera' }
    tell(session, { kind: 'notice', notice: session.notice })
    render()
  }
}

function draw() {
  const page = currentPage()
  const { t } = page
  document.documentElement.lang = language
  document.title = `${page.namesOf(page.shown)} – ${t.pageTitle}`
  element('practice').textContent = t.practice
  const screenBefore = root.querySelector('.screen')
  patch(root, [
    toolbar(page),
    h(
      'main',
      { class: 'phones' },
      page.shown.map((guest) => phoneFrame(page, sessionOf(guest))),
    ),
  ])
  // One phone that fills the page scrolls with it, so what has just come up has to be scrolled to.
  if (!ROOM_FOR_TWO.matches && screenBefore?.isConnected === false) window.scrollTo(0, 0)
}

let isDrawingDue = false
function render() {
  if (isDrawingDue) return
  isDrawingDue = true
  queueMicrotask(() => {
    isDrawingDue = false
    keepFocus(draw)
  })
}

async function look() {
  const visible = shown().map(sessionOf)
  await Promise.all([...visible.map((session) => session.refresh()), lookAtTables(visible)])
}

/** @param {GuestSession[]} visible */
async function lookAtTables(visible) {
  if (visible.every(({ view, isPickingTable }) => view?.spot && !isPickingTable)) return
  try {
    tables = await fetchTables()
  } catch {
    // Each phone says by itself that the sandbox does not answer; the last tables stay.
  }
  render()
}

async function lookAtSimulation() {
  if (simulation?.busy) return
  try {
    const seen = await fetchSimulation()
    if (!simulation?.busy)
      simulation = { ...seen, busy: false, failed: simulation?.failed ?? false }
  } catch {
    // The switch shows what was last known.
  }
  render()
}

let rounds = 0
keepLooking(() => {
  rounds += 1
  return Promise.all([look(), rounds % SIMULATION_EVERY_ROUNDS === 1 && lookAtSimulation()])
})

for (const width of [ROOM_FOR_TWO, ROOM_FOR_THREE])
  width.addEventListener('change', () => {
    render()
    void look()
  })
window.addEventListener('popstate', () => {
  inAddress = guestsInAddress(location.search)
  render()
  void look()
})
render()
queueMicrotask(revealChosen)
