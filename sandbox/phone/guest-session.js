import { fetchGuest, isSandboxError, postGuest } from './api.js'
import { changesBetween } from './changes.js'

/**
 * One guest's phone: what the sandbox last said about the guest, and what the guest is doing.
 *
 * @typedef {import('./api.js').SandboxError} SandboxError
 * @typedef {import('./order-phase.js').GuestView} GuestView
 * @typedef {import('./changes.js').Change | { kind: 'lost' } | { kind: 'back' } | { kind: 'notice', notice: Notice }} News
 * @typedef {{ act: Act, error: SandboxError } | { act: 'camera' }} Notice
 * @typedef {'scan' | 'leave' | 'pay' | 'refuse'} Act
 * @typedef {{
 *   guest: string,
 *   view: GuestView | undefined,
 *   busy: { act: Act, about: string } | undefined,
 *   notice: Notice | undefined,
 *   trouble: { sinceMs: number, error: SandboxError } | undefined,
 *   isPickingTable: boolean,
 *   dismissedVisit: string | undefined,
 *   refresh: () => Promise<void>,
 *   act: (act: Act, body?: Record<string, string>) => Promise<void>,
 * }} GuestSession
 */

/**
 * @param {string} guest
 * @param {{ now: () => number, onUpdate: () => void, onNews: (session: GuestSession, news: News) => void }} surroundings
 * @returns {GuestSession}
 */
export function createGuestSession(guest, { now, onUpdate, onNews }) {
  // A poll that set out before an act ended may carry the state before it. Shown, it would put
  // "Pay" back under the finger that just paid, so such an answer is dropped.
  let epoch = 0
  /** @type {Promise<void> | undefined} */
  let look

  /** @type {GuestSession} */
  const session = {
    guest,
    view: undefined,
    busy: undefined,
    notice: undefined,
    trouble: undefined,
    isPickingTable: false,
    dismissedVisit: undefined,
    refresh,
    act,
  }

  /** @param {GuestView} view */
  function accept(view) {
    const changes = changesBetween(session.view, view)
    if (session.trouble) onNews(session, { kind: 'back' })
    session.view = view
    session.trouble = undefined
    if (isUncertain(session.notice)) session.notice = undefined
    if (view.spot === null) session.isPickingTable = false
    if (changes.some(({ kind }) => kind === 'ended')) session.dismissedVisit = undefined
    for (const change of changes) onNews(session, change)
  }

  /** @param {SandboxError} error */
  function miss(error) {
    const isFirst = session.trouble === undefined
    session.trouble = { sinceMs: session.trouble?.sinceMs ?? now(), error }
    if (isFirst) onNews(session, { kind: 'lost' })
  }

  async function refresh() {
    if (session.busy) return
    look ??= ask().finally(() => {
      look = undefined
    })
    await look
  }

  async function ask() {
    const setOut = epoch
    try {
      const view = await fetchGuest(guest)
      if (setOut === epoch) accept(view)
    } catch (error) {
      if (setOut === epoch) miss(asTrouble(error))
    }
    onUpdate()
  }

  /** @type {GuestSession['act']} */
  async function act(act, body = {}) {
    if (session.busy) return
    session.busy = { act, about: body['transactionKey'] ?? body['code'] ?? '' }
    session.notice = undefined
    epoch += 1
    onUpdate()
    try {
      accept(await postGuest(guest, act, body))
      session.isPickingTable = false
    } catch (error) {
      session.notice = { act, error: asTrouble(error) }
      onNews(session, { kind: 'notice', notice: session.notice })
    } finally {
      epoch += 1
      session.busy = undefined
      onUpdate()
      if (session.notice) void refresh()
    }
  }

  return session
}

/** @param {Notice | undefined} notice */
function isUncertain(notice) {
  return notice !== undefined && notice.act !== 'camera' && notice.error.code === 'no_answer'
}

/** @param {unknown} error */
function asTrouble(error) {
  if (isSandboxError(error)) return error
  throw error
}
