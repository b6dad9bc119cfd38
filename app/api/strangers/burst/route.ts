import { BurstSeen } from '#contract/stranger.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { acknowledgeBurst } from '#lib/strangers/burst.ts'
import { look } from '#lib/strangers/watch-strangers.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** Somebody has seen the alarm, so that no screen shows it any more. */
  POST: route({
    permission: 'close_spot',
    body: BurstSeen,
    handle: async ({ actor, body: { id } }) => {
      await acknowledgeBurst(await database(), actor, id)
      await look()
      return { id }
    },
  }),
})
