import 'server-only'
import { problem } from '#lib/runtime/problem.ts'

const BODY_LIMIT_BYTES = 64 * 1024
const LONGEST_READ_BYTES = 8 * 1024 * 1024

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

// oxlint-disable-next-line no-control-regex -- these are what it looks for
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** The request's JSON, or `undefined` where there is no body at all. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return undefined
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    throw problem('unsupported_media_type', {
      detail: 'The body must be JSON and say so: Content-Type: application/json.',
    })
  }
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
    throw problem('unsupported_media_type', {
      detail: 'The body must come as it is, without a Content-Encoding.',
    })
  }
  const value = parseJson(bytes)
  if (!isStorable(value)) throw unreadable('Text must not contain control characters.')
  return value
}

/**
 * Counts what really arrives, since a Content-Length may be missing or lie. A body that is too long is read on for a
 * while and thrown away: a connection on which half a request was left unread answers nothing more.
 */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length <= BODY_LIMIT_BYTES) chunks.push(chunk)
    if (length > LONGEST_READ_BYTES) break
  }
  if (length > BODY_LIMIT_BYTES) {
    throw problem('payload_too_large', {
      detail: `The body may have ${BODY_LIMIT_BYTES} bytes at most.`,
    })
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
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
