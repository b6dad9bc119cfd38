import 'server-only'
import { connection } from 'next/server.js'
import * as z from 'zod/mini'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { publicOrigin } from '#lib/auth/public-origin.ts'
import { sealedSession } from '#lib/auth/session-cookie.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { problem } from '#lib/runtime/problem.ts'
import { admit } from './admit.ts'
import { withStandingHeaders } from './answer.ts'
import { clientAddress } from './client-address.ts'
import { parseBody, parseParams, type Schema } from './parse.ts'
import { problemResponse, toProblem } from './problem-response.ts'
import { json, readBody, type BodyKind } from './read-body.ts'
import { reportProblem } from './report-problem.ts'
import { expectedVersion, idempotencyKey } from './request-headers.ts'
import { isSameOrigin } from './same-origin.ts'

export type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

/** What a handler gets: the request, already checked and parsed. */
export interface Call<Params, Body> {
  request: Request
  params: Params
  body: Body
  /** Where the browser believes us to be; null where the request does not tell. */
  origin: string | null
  address: string | null
  /** Aborts when the caller goes away. */
  signal: AbortSignal
  /** The Idempotency-Key; throws `invalid` without a good one. */
  idempotencyKey: () => string
  /** The version in If-Match; throws `precondition_required` without one. */
  expectedVersion: () => number
}

export interface SignedInCall<Params, Body> extends Call<Params, Body> {
  session: SignedIn
  /** The same person as the audit trail names them. */
  actor: Actor
  /** Whether the person holds a permission that only some ways of the call need. */
  may: (permission: Permission) => boolean
}

interface Parsing<Params, Body> {
  /** An address that does not fit is `not_found`. */
  params?: Schema<Params>
  /** Without it a body is not read; `z.optional(…)` lets the caller leave it out. */
  body?: Schema<Body>
  /** How the body may be written down; JSON unless said otherwise. */
  bodyKinds?: readonly BodyKind[]
}

type Access<Params, Body> =
  | {
      /** `outside` is public too, and is for callers that are no page of ours: it proves for itself what it acts on. */
      permission: 'public' | 'outside'
      handle: (call: Call<Params, Body>) => Promise<object>
    }
  | {
      permission: 'signed_in' | Permission
      /** Data becomes a JSON answer with status 200; `answer()` or a Response of its own goes out as it is. */
      handle: (call: SignedInCall<Params, Body>) => Promise<object>
    }

export type RouteSpec<Params, Body> = Parsing<Params, Body> & Access<Params, Body>

/** One call of the API, as a sentence: who may make it, what it takes, what it does. */
export function route<Params = undefined, Body = undefined>(
  spec: RouteSpec<Params, Body>,
): Handler {
  return async (request, context) => {
    // Without it Next may run a GET handler while it builds, and serve that answer for ever.
    await connection()
    const origin = publicOrigin(request.headers)
    try {
      if (spec.permission !== 'outside') requireSameOrigin(request, origin)
      const handle = await handlerFor(spec, request)
      const call: Call<Params, Body> = {
        request,
        origin,
        address: clientAddress(request.headers),
        params: parseParams(spec.params ?? z.custom<Params>(), await context.params),
        body: await bodyOf(spec, request),
        signal: request.signal,
        idempotencyKey: () => idempotencyKey(request.headers),
        expectedVersion: () => expectedVersion(request.headers),
      }
      const result = await handle(call)
      return withStandingHeaders(
        result instanceof Response ? result : Response.json(result),
        origin,
      )
    } catch (error) {
      const known = toProblem(error)
      const { method, url, signal } = request
      reportProblem(known, { method, path: new URL(url).pathname, isGone: signal.aborted })
      return withStandingHeaders(problemResponse(known), origin)
    }
  }
}

/** The handler of a caller who may call it. */
async function handlerFor<Params, Body>(
  spec: RouteSpec<Params, Body>,
  request: Request,
): Promise<(call: Call<Params, Body>) => Promise<object>> {
  if (spec.permission === 'public' || spec.permission === 'outside') return spec.handle
  const { permission, handle } = spec
  const session = await admit(
    { sealed: sealedSession(request), headers: request.headers },
    permission,
  )
  const { staffId, name, sessionId } = session
  const actor = { staffId, name, sessionId, address: clientAddress(request.headers) }
  const may = (asked: Permission) => session.permissions.includes(asked)
  return (call) => handle({ ...call, session, actor, may })
}

async function bodyOf<Params, Body>(
  { body, bodyKinds = [json] }: Parsing<Params, Body>,
  request: Request,
): Promise<Body> {
  return parseBody(body ?? z.custom<Body>(), body && (await readBody(request, bodyKinds)))
}

function requireSameOrigin(request: Request, origin: string | null): void {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (isReading || isSameOrigin(request.headers, origin)) return
  throw problem('forbidden', {
    detail: `This call must come from a page of Spotboard's own${origin === null ? '' : ` at ${origin}`}.`,
  })
}
