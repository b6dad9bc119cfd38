import { SignIn } from '#contract/session.ts'
import { describeSession } from '#lib/auth/describe-session.ts'
import { clearSessionCookie, sealedSession, unsealSessionId } from '#lib/auth/session-cookie.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { signOut } from '#lib/auth/sign-out.ts'
import { database } from '#lib/database/connection.ts'
import { answer } from '#lib/http/answer.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { deviceOf, sessionAnswer } from '#lib/http/session-answer.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'signed_in',
    handle: ({ session, origin }) => Promise.resolve(describeSession(session, origin)),
  }),
  POST: route({
    permission: 'public',
    body: SignIn,
    handle: async ({ request, body }) => {
      const db = await database()
      const sessionId = await signIn(db, {
        ...body,
        device: deviceOf(request),
        replaces: await unsealSessionId(sealedSession(request)),
      })
      return sessionAnswer(200, db, request, sessionId)
    },
  }),
  DELETE: route({
    permission: 'signed_in',
    handle: async ({ request, actor, session }) => {
      await signOut(await database(), actor, session.sessionId)
      const response = answer(200, {})
      clearSessionCookie(request, response.headers)
      return response
    },
  }),
})
