import { database } from '#lib/database/connection.ts'
import { dateParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { describeDay } from '#lib/reports/describe-day.ts'
import { paymentsCsv } from '#lib/reports/payments-csv.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_reports',
    params: dateParams,
    handle: async ({ params: { date } }) =>
      new Response(paymentsCsv(await describeDay(await database(), date)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="payments-${date}.csv"`,
        },
      }),
  }),
})
