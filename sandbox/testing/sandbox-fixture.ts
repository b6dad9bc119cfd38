import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { request as send } from 'node:http'
import { startSandbox, type SandboxStart } from '../server.ts'

export interface Credentials {
  id: string
  key: string
}

export const merchant: Credentials = {
  id: 'wkVd93h2uS',
  key: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU',
}
export const otherMerchant: Credentials = {
  id: 'f8Lq2ZtNw0',
  key: 'Zk3vT9yQbX7mC1sRj5hN8wGd0pLfA4eU',
}

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  /** The parsed body; `undefined` when it is not JSON. */
  json: unknown
  /** What stands in the body under a path such as `orders.0.status`. */
  at: (path: string) => unknown
}

export interface Signing {
  ts?: number | string
  nonce?: string
  ext?: string
  host?: string
  port?: string
  headers?: Record<string, string>
}

/** A header as the published clients make it, worked out apart from the sandbox's own code. */
export function authorization(
  { id, key }: Credentials,
  method: string,
  target: string,
  body: string | Buffer,
  authority: { host: string; port: string },
  signing: Signing = {},
): string {
  const hash = createHash('sha256').update(body).digest('base64')
  const ext = signing.ext ?? (body.length > 0 ? `body_hash=${encodeURIComponent(hash)}` : '')
  const ts = String(signing.ts ?? Math.floor(Date.now() / 1000))
  const nonce = signing.nonce ?? randomBytes(16).toString('hex')
  const host = signing.host ?? authority.host
  const port = signing.port ?? authority.port
  const text = [ts, nonce, method, target, host, port, ext, ''].join('\n')
  const mac = createHmac('sha256', key).update(text).digest('base64')
  const tail = ext === '' ? '' : `, ext="${ext}"`
  return `MAC id="${id}", ts="${ts}", nonce="${nonce}", mac="${mac}"${tail}`
}

/** One HTTP exchange with exactly these bytes. */
export function exchange(
  url: string,
  method: string,
  target: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body)
    const sized = length > 0 ? { 'Content-Length': String(length), ...headers } : headers
    const options = { hostname, port, method, path: target, headers: sized, agent: false }
    const outgoing = send(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const json = parsed(text)
        const at = (path: string) => valueAt(json, path)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json, at })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A running sandbox with the calls that tests make of it. */
export async function sandboxForTests(start: Partial<SandboxStart> = {}) {
  const { url, close } = await startSandbox({ port: 0, ...start })
  const authority = { host: '127.0.0.1', port: new URL(url).port }

  async function as(
    who: Credentials,
    method: string,
    target: string,
    body?: unknown,
    signing: Signing = {},
  ): Promise<Reply> {
    const bytes =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
        ? (body ?? '')
        : JSON.stringify(body)
    const headers = {
      ...(bytes.length > 0 ? { 'Content-Type': 'application/json' } : {}),
      Authorization: authorization(who, method, target, bytes, authority, signing),
      ...signing.headers,
    }
    return exchange(url, method, target, headers, bytes)
  }

  async function control(name: string, body?: unknown): Promise<Reply> {
    const headers = { 'Content-Type': 'application/json' }
    const target = `/__control/${name}`
    const reply =
      body === undefined
        ? await exchange(url, 'GET', target)
        : await exchange(url, 'POST', target, headers, JSON.stringify(body))
    return reply
  }

  /** A control call that has to succeed. */
  async function did(name: string, body?: unknown): Promise<Reply> {
    const reply = await control(name, body)
    assert.equal(reply.status, 200, reply.text)
    return reply
  }

  async function guest(name: string): Promise<Credentials> {
    const state = await did('state')
    const index = column(state, 'guests', 'name').indexOf(name)
    assert.ok(index >= 0, `No guest is called ${name}`)
    const id = textOf(state.at(`guests.${index}.access_token`))
    return { id, key: textOf(state.at(`guests.${index}.mac_key`)) }
  }

  /** A transaction of one payment, as most tests need it. */
  async function transaction(contents: object = {}): Promise<string> {
    const payments = [{ description: 'Coffee', price: 450, currency: 'EUR' }]
    const reply = await as(merchant, 'POST', '/rest/v1/transaction', { payments, ...contents })
    assert.equal(reply.status, 200, reply.text)
    return textOf(reply.at('transaction_key'))
  }

  return { url, close, as, control, did, guest, transaction }
}

export type TestSandbox = Awaited<ReturnType<typeof sandboxForTests>>

/** One field of every entry of a list in the answer. */
export function column(reply: Reply, list: string, field: string): unknown[] {
  const entries = reply.at(list)
  assert.ok(Array.isArray(entries), `${list} is no list`)
  return entries.map((_, index) => reply.at(`${list}.${index}.${field}`))
}

export function textOf(value: unknown): string {
  assert.ok(typeof value === 'string', `not a text: ${String(value)}`)
  return value
}

function valueAt(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      json,
    )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
