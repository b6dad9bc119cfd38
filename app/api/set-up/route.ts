import { SetUp } from '#contract/session.ts'
import { setUp } from '#lib/auth/set-up.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { deviceOf, sessionAnswer } from '#lib/http/session-answer.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'public',
    body: SetUp,
    handle: async ({ request, body }) => {
      const db = await database()
      const sessionId = await setUp(db, body, deviceOf(request))
      return sessionAnswer(201, db, request, sessionId)
    },
  }),
})
