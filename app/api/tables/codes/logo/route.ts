import { NewLogo } from '#contract/code-sheet.ts'
import { removeLogo, saveLogo } from '#lib/codes/sheet-choice.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  PUT: route({
    permission: 'edit_tables',
    body: NewLogo,
    handle: async ({ actor, body }) => saveLogo(await database(), actor, body.content),
  }),
  DELETE: route({
    permission: 'edit_tables',
    handle: async ({ actor }) => {
      await removeLogo(await database(), actor)
      return new Response(null, { status: 204 })
    },
  }),
})
