import { database } from '#lib/database/connection.ts'
import { dateParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { describeDay } from '#lib/reports/describe-day.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_reports',
    params: dateParams,
    handle: async ({ params: { date } }) => describeDay(await database(), date),
  }),
})
