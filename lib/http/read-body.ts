import 'server-only'
import * as z from 'zod/mini'
import { problem } from '#lib/runtime/problem.ts'

const BODY_LIMIT_BYTES = 64 * 1024
const LONGEST_READ_BYTES = 8 * 1024 * 1024

/** A way to write a body down, known by its Content-Type. */
export interface BodyKind {
  name: string
  type: RegExp
  /** How much of it may come; 64 KiB unless said otherwise. */
  limitBytes?: number
  /** Throws `invalid` where the bytes are not of this kind. */
  parse: (bytes: Uint8Array) => unknown
}

export const json: BodyKind = {
  name: 'application/json',
  type: /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i,
  parse: (bytes) => parseJson(decode(bytes)),
}

/** Its fields are texts, exactly as they were before they were encoded. */
export const form: BodyKind = {
  name: 'application/x-www-form-urlencoded',
  type: /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i,
  parse: (bytes) => Object.fromEntries(new URLSearchParams(decode(bytes))),
}

/** A file of a spreadsheet's, as it is: whoever reads it finds out how it is encoded, and says which line is wrong. */
export const csv: BodyKind = {
  name: 'text/csv',
  type: /^text\/csv\s*(;.*)?$/i,
  limitBytes: 1024 * 1024,
  parse: (bytes) => bytes,
}

export const csvFile = z.custom<Uint8Array>((body) => body instanceof Uint8Array, {
  error: 'must be a file that is not empty',
})

// oxlint-disable-next-line no-control-regex -- these are what it looks for
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What the request's body says, or `undefined` where there is no body at all. */
export async function readBody(request: Request, kinds: readonly BodyKind[]): Promise<unknown> {
  const said = request.headers.get('content-type') ?? ''
  const kind = kinds.find(({ type }) => type.test(said))
  const bytes = await readBytes(request, kind?.limitBytes ?? BODY_LIMIT_BYTES)
  if (bytes.length === 0) return undefined
  if (!kind) {
    const names = kinds.map(({ name }) => name).join(' or ')
    throw problem('unsupported_media_type', {
      detail: `The body must be ${names}, and its Content-Type must say so.`,
    })
  }
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
    throw problem('unsupported_media_type', {
      detail: 'The body must come as it is, without a Content-Encoding.',
    })
  }
  return kind.parse(bytes)
}

/**
 * Counts what really arrives, since a Content-Length may be missing or lie. A body that is too long is read on for a
 * while and thrown away: a connection on which half a request was left unread answers nothing more.
 */
async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= limitBytes) chunks.push(chunk)
    if (length > LONGEST_READ_BYTES) break
  }
  if (length > limitBytes) {
    throw problem('payload_too_large', {
      detail: `The body may have ${limitBytes} bytes at most.`,
    })
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable('The body is not UTF-8.', cause)
  }
}

function parseJson(text: string): unknown {
  const value = parsed(text)
  if (!isStorable(value)) throw unreadable('Text must not contain control characters.')
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable('The body is not JSON.', cause)
  }
}

/**
 * PostgreSQL refuses NUL and half a surrogate pair in a text, and nothing that people type holds the other control
 * characters. The walk is a loop, since a body of brackets is nested deeper than functions may call.
 */
function isStorable(value: unknown): boolean {
  const pending = [value]
  for (const part of pending) {
    if (typeof part === 'string') {
      if (UNSTORABLE.test(part) || !part.isWellFormed()) return false
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) pending.push(key, inner)
    }
  }
  return true
}

function unreadable(detail: string, cause?: unknown) {
  return problem('invalid', { detail, errors: [{ path: '', message: detail }], cause })
}
