import { SettingsChange } from '#contract/settings.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { replanClosings } from '#lib/orders/close-settled.ts'
import { replanStrangers } from '#lib/strangers/watch-strangers.ts'
import { readSettings, saveSettings } from '#lib/settings/settings.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    handle: async () => readSettings(await database()),
  }),
  PUT: route({
    permission: 'edit_settings',
    body: SettingsChange,
    handle: async ({ actor, body }) => {
      const saved = await saveSettings(await database(), actor, body)
      await replanClosings()
      await replanStrangers()
      return saved
    },
  }),
})
