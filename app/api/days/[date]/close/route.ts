import { CloseDay } from '#contract/day.ts'
import { database } from '#lib/database/connection.ts'
import { dateParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { closeDay } from '#lib/reports/close-day.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: route({
    permission: 'close_day',
    params: dateParams,
    body: CloseDay,
    handle: async ({ params: { date }, body: { reasons }, actor }) =>
      closeDay(await database(), { date, reasons, actor }),
  }),
})
