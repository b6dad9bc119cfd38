import http from 'node:http'

export interface Question {
  method: string
  /** As it stands on the request line: nothing is normalised. */
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array | undefined
}

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** One exchange without a browser's good manners: any path and any header, `Host` and `Origin` included. */
export function send(baseURL: string, question: Question): Promise<Answer> {
  const { hostname, port } = new URL(baseURL)
  const { method, path, body } = question
  // Node.js states no length for the body of a DELETE.
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const headers = question.headers?.['transfer-encoding']
    ? question.headers
    : { ...length, ...question.headers }
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers }, (message) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('error', reject)
      message.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: message.statusCode ?? 0, headers: message.headers, text })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}
