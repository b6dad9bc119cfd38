import type { IncomingMessage } from 'node:http'

const largestBody = 1024 * 1024

/** A request as it arrived, to the byte. */
export interface Received {
  method: string
  /** The request target: path and query. */
  target: string
  path: string
  query: URLSearchParams
  host: string
  authorization: string
  contentType: string
  accept: string
  body: Buffer
}

/** Reads a request to its end; `undefined` when its body is larger than anybody needs. */
export async function receive(request: IncomingMessage): Promise<Received | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    length += chunk.length
    if (length <= largestBody) chunks.push(chunk)
  }
  if (length > largestBody) return undefined
  const target = request.url ?? ''
  const [path = '', ...rest] = target.split('?')
  return {
    method: request.method ?? '',
    target,
    path,
    query: new URLSearchParams(rest.join('?')),
    host: request.headers.host ?? '',
    authorization: request.headers.authorization ?? '',
    contentType: (request.headers['content-type'] ?? '').toLowerCase(),
    accept: request.headers.accept ?? '*/*',
    body: Buffer.concat(chunks),
  }
}
