import type { Server } from 'node:http'
import { EnvironmentError, expects } from '#lib/runtime/read-variables.ts'

/** Resolves once the server listens; a place that cannot be had is an error of code `environment`. */
export function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(refusal(cause, host, port))
    })
    server.listen({ host, port }, () => resolve())
  })
}

function refusal(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === 'EADDRINUSE') {
    return expects('PORT', `a free port: something else listens on ${host} port ${port} already`)
  }
  const sentence = `HOST and PORT must be a place to listen on, and ${host} port ${port} is refused (${cause.code}).`
  return new EnvironmentError(sentence, { cause })
}
