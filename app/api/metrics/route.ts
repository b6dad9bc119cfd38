import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { admitScraper } from '#lib/metrics/admit-scraper.ts'
import { gatherMetrics } from '#lib/metrics/gather-metrics.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'public',
    handle: async ({ request }) => {
      admitScraper(request.headers)
      const { contentType, text } = await gatherMetrics()
      return new Response(text, { headers: { 'content-type': contentType } })
    },
  }),
})
