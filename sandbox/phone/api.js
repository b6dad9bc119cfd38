/**
 * Speaks to the sandbox's door for guests. Throws only `SandboxError`, known by its `code`:
 * `no_answer` (nobody there, or not in time: a POST may or may not have been done), `refused`
 * (a 4xx with the sandbox's own words), `unreadable` (anything else).
 *
 * @typedef {import('./order-phase.js').GuestView} GuestView
 * @typedef {{ id: number | string, identifier: string, code: string, status: string, guests: string[] }} Table
 * @typedef {{ location: { id: number, title: string, description?: string }, tables: Table[] }} Tables
 * @typedef {{ running: boolean, available: boolean }} Simulation
 */

const TIMEOUT_MS = 5000

export class SandboxError extends Error {
  /**
   * @param {'no_answer' | 'refused' | 'unreadable'} code
   * @param {{ cause?: unknown, reason?: string, description?: string, status?: number }} [details]
   */
  constructor(code, { cause, reason = '', description = '', status = 0 } = {}) {
    super(`The sandbox: ${code} ${status} ${reason}`, { cause })
    this.code = code
    this.reason = reason
    this.description = description
    this.status = status
  }
}

/** @param {unknown} error @returns {error is SandboxError} */
export const isSandboxError = (error) => error instanceof Error && 'code' in error

/** @returns {Promise<Tables>} */
export const fetchTables = () => ask('tables')

/** @param {string} guest @returns {Promise<GuestView>} */
export const fetchGuest = async (guest) => whole(await ask(`guests/${encodeURIComponent(guest)}`))

/**
 * @param {string} guest
 * @param {'scan' | 'leave' | 'pay' | 'refuse'} act
 * @param {Record<string, string>} body
 * @returns {Promise<GuestView>}
 */
export const postGuest = async (guest, act, body) =>
  whole(await ask(`guests/${encodeURIComponent(guest)}/${act}`, body))

/** @returns {Promise<Simulation>} */
export const fetchSimulation = () => ask('simulation')

/** @param {boolean} running @returns {Promise<Simulation>} */
export const postSimulation = (running) => ask('simulation', { running })

/** @param {GuestView} view */
function whole(view) {
  const { spot, lastVisit } = view
  return {
    ...view,
    payments: view.payments ?? [],
    spot: spot && { ...spot, orders: spot.orders ?? [], closedOrders: spot.closedOrders ?? [] },
    ...(lastVisit && { lastVisit: { ...lastVisit, orders: lastVisit.orders ?? [] } }),
  }
}

/**
 * @param {string} path
 * @param {object} [body] Given, it is a POST.
 */
async function ask(path, body) {
  const response = await fetch(`/__phone/${path}`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((cause) => {
    throw new SandboxError('no_answer', { cause })
  })
  const answer = await response.json().catch((cause) => {
    // A body that breaks off or runs out of time is no answer; one that is not JSON is nonsense.
    const code = cause instanceof SyntaxError ? 'unreadable' : 'no_answer'
    throw new SandboxError(code, { cause, status: response.status })
  })
  if (response.ok && typeof answer === 'object' && answer !== null) return answer
  throw new SandboxError(
    response.status >= 400 && response.status < 500 ? 'refused' : 'unreadable',
    {
      status: response.status,
      reason: String(answer?.error ?? ''),
      description: String(answer?.error_description ?? ''),
    },
  )
}
