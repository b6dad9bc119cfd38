import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** An answer in the form in which it goes out. */
export interface Rendered {
  status: number
  contentType: string | null
  text: string
}

export function send(response: ServerResponse, rendered: Rendered): void {
  start(response, rendered).end(rendered.text)
}

/** Announces the whole length, sends half of it and drops the connection. */
export function sendTruncated(response: ServerResponse, rendered: Rendered): void {
  const bytes = Buffer.from(rendered.text)
  start(response, rendered).write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

/** Sends one byte at a time, so that a deadline for the whole answer is worth having. */
export function sendSlowly(response: ServerResponse, rendered: Rendered, delayMs: number): void {
  const bytes = Buffer.from(rendered.text)
  start(response, rendered)
  let sent = 0
  const timer = setInterval(() => {
    if (response.destroyed || sent >= bytes.length) {
      clearInterval(timer)
      response.end()
      return
    }
    response.write(bytes.subarray(sent, sent + 1))
    sent += 1
  }, delayMs)
  timer.unref()
  response.flushHeaders()
}

function start(response: ServerResponse, { status, contentType, text }: Rendered): ServerResponse {
  response.writeHead(status, {
    ...(contentType === null ? {} : { 'Content-Type': contentType }),
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(text) }),
    'Cache-Control': 'no-store, private',
    'X-Frame-Options': 'DENY',
    'paysera-correlation-id': randomBytes(16).toString('hex'),
  })
  return response
}
