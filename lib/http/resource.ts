import 'server-only'
import { connection } from 'next/server.js'
import { publicOrigin } from '#lib/auth/public-origin.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { withStandingHeaders } from './answer.ts'
import { problemResponse } from './problem-response.ts'
import type { Handler } from './route.ts'

type Given = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>
type Verbs = Required<Given> & Record<'HEAD' | 'OPTIONS', Handler>

/** Everything that one address answers to: the routes that it has, and 405 in JSON for every other verb. */
export function resource(routes: Given): Verbs {
  const allow = Object.keys(routes)
    .flatMap((verb) => (verb === 'GET' ? ['GET', 'HEAD'] : [verb]))
    .join(', ')
  const other = refusing(() => problem('method_not_allowed'), { allow })
  return {
    GET: other,
    POST: other,
    PUT: other,
    PATCH: other,
    DELETE: other,
    ...routes,
    HEAD: routes.GET ? withoutBody(routes.GET) : other,
    OPTIONS: other,
  }
}

/** An address that stands for nothing. */
export function noResource(): Verbs {
  const none = refusing(() => problem('not_found', { detail: 'There is no such address.' }))
  return {
    GET: none,
    HEAD: none,
    POST: none,
    PUT: none,
    PATCH: none,
    DELETE: none,
    OPTIONS: none,
  }
}

function refusing(refusal: () => ProblemError, headers: HeadersInit = {}): Handler {
  return async (request) => {
    await connection()
    return withStandingHeaders(problemResponse(refusal(), headers), publicOrigin(request.headers))
  }
}

/** A stream has to be told that nobody reads it. */
function withoutBody(get: Handler): Handler {
  return async (request, context) => {
    const response = await get(request, context)
    await response.body?.cancel()
    return new Response(null, response)
  }
}
