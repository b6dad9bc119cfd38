import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { send, type Answer } from './send.ts'

export interface Asking {
  /** Sent as JSON; `raw` is sent as it is. */
  body?: unknown
  raw?: string | Uint8Array
  /** On top of what a page of the dashboard sends; an empty text leaves one out. */
  headers?: Readonly<Record<string, string>>
}

/** Somebody who calls the product as a page of its own does. */
export interface Person {
  cookie: string
  ask: (method: string, path: string, asking?: Asking) => Promise<Answer>
}

export function personWith(baseURL: string, cookie: string): Person {
  return {
    cookie,
    ask: (method, path, { body, raw, headers = {} } = {}) => {
      const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const all = {
        origin: baseURL,
        cookie,
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      }
      const given = Object.entries(all).filter(([, value]) => value !== '')
      return send(baseURL, { method, path, headers: Object.fromEntries(given), body: content })
    },
  }
}

export async function signIn(
  baseURL: string,
  account: { email: string; password: string },
): Promise<Person> {
  const answer = await personWith(baseURL, '').ask('POST', address.session, { body: account })
  if (answer.status !== 200) throw new Error(`${account.email} cannot sign in: ${answer.text}`)
  return personWith(baseURL, cookieOf(answer))
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf(answer: Answer): string {
  return (answer.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ')
}

/** An intent of its own, as an editor makes one when it opens. */
export function freshKey(): { 'idempotency-key': string } {
  return { 'idempotency-key': randomUUID() }
}

export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` }
}

/** Deletions go to the wallet at once from here on, for tests of what becomes of them there. */
export async function deleteAtOnce(manager: Person): Promise<void> {
  const answer = await manager.ask('PUT', address.settings, { body: { undoSeconds: 0 } })
  if (answer.status !== 200) throw new Error(`the settings cannot be saved: ${answer.text}`)
}
