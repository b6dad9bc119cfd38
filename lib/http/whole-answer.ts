import 'server-only'
import { standingHeaders } from './answer.ts'
import type { ReadCall } from './reading.ts'
import { hasAlready } from './request-headers.ts'

/** JSON that is made once and sent to many. */
export interface Whole {
  /** Names this content and no other. */
  id: string
  json: Buffer
  gzip: () => Promise<Buffer>
}

/** Answers with the JSON, shorter where the reader can take that, or with 304 where the reader has it already. */
export async function answerWhole(call: ReadCall, whole: Whole): Promise<void> {
  const { headers, origin, response } = call
  const etag = `"${whole.id}"`
  const isShort = acceptsGzip(headers.get('accept-encoding'))
  const common = {
    ...standingHeaders(origin),
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
    // A strong tag promises the same bytes, and these are others (RFC 9110, 8.8.3.3).
    etag: isShort ? `W/${etag}` : etag,
  }
  if (hasAlready(headers, etag)) {
    response.writeHead(304, common).end()
    return
  }
  const body = isShort ? await whole.gzip() : whole.json
  response.writeHead(200, {
    ...common,
    'content-type': 'application/json',
    'content-length': body.length,
    ...(isShort ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(body)
}

function acceptsGzip(accepted: string | null): boolean {
  return (
    /(^|[\s,])gzip($|[\s,;])/.test(accepted ?? '') &&
    !/gzip\s*;\s*q=0(\.0*)?($|[\s,])/.test(accepted ?? '')
  )
}
