import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Permission } from '#contract/permission.ts'
import { publicOrigin, type HeaderReader } from '#lib/auth/public-origin.ts'
import { findRecentSession } from '#lib/auth/recent-sessions.ts'
import { sealedSessionOf } from '#lib/auth/session-cookie.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { problem } from '#lib/runtime/problem.ts'
import { admit } from './admit.ts'
import { toProblem } from './problem-response.ts'
import { refuse } from './refuse.ts'
import { reportProblem } from './report-problem.ts'

/** Answers a request that Next does not see. */
export type DirectAnswer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What is read, by whom; the answer goes into `response`, which knows by itself that HEAD has no body. */
export interface ReadCall {
  headers: HeaderReader
  origin: string | null
  session: SignedIn
  response: ServerResponse
}

interface Reading {
  permission: 'signed_in' | Permission
  handle: (call: ReadCall) => Promise<void>
}

/**
 * What `route()` is to a route handler of Next, for an address that is read so often that Next's share of an answer
 * would be most of it: GET and HEAD for whoever may, and every other method refused in JSON.
 */
export function reading({ permission, handle }: Reading): DirectAnswer {
  return async (request, response) => {
    const { method = '', url: path = '' } = request
    const headers = headersOf(request)
    const origin = publicOrigin(headers)
    try {
      if (method !== 'GET' && method !== 'HEAD') throw problem('method_not_allowed')
      const sealed = sealedSessionOf(request, response, origin)
      const session = await admit({ sealed, headers }, permission, findRecentSession)
      await handle({ headers, origin, session, response })
    } catch (error) {
      const known = toProblem(error)
      reportProblem(known, { method, path, isGone: response.destroyed })
      // An answer that has begun cannot turn into a refusal any more.
      if (response.headersSent) response.destroy()
      else if (known.code !== 'method_not_allowed') await refuse(response, known, { origin })
      else await refuse(response, known, { origin, allow: 'GET, HEAD' })
    }
  }
}

function headersOf({ headers }: IncomingMessage): HeaderReader {
  return {
    get: (name) => {
      const value = headers[name]
      return (Array.isArray(value) ? value.join(', ') : value) ?? null
    },
  }
}
