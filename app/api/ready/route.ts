import { checkDatabase } from '#lib/database/check-database.ts'
import { walletState } from '#lib/floor/watch.ts'
import { answer } from '#lib/http/answer.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { log } from '#lib/runtime/log.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'public',
    handle: async () => {
      try {
        await checkDatabase()
        return { status: 'ready', database: 'ok', wallet: await walletState() }
      } catch (err) {
        log().error({ err }, 'not ready')
        return answer(503, { status: 'not_ready', database: 'failing' })
      }
    },
  }),
})
