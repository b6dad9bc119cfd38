import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext, Page, Request } from '@playwright/test'
import { address } from '#contract/address.ts'

/** Answers which tab leads, as soon as one alone has the stream. */
export function leaderOf(context: BrowserContext): () => Promise<Page> {
  const streams = new Set<Request>()
  context.on('request', (request) => {
    if (request.url().endsWith(address.floorStream)) streams.add(request)
  })
  context.on('requestfailed', (request) => streams.delete(request))
  context.on('requestfinished', (request) => streams.delete(request))
  return async () => {
    for (;;) {
      // The end of a page is not told of its requests.
      const pages = [...streams].map((stream) => stream.frame().page())
      const [leader, ...others] = pages.filter((page) => !page.isClosed())
      if (leader && others.length === 0) return leader
      await delay(10)
    }
  }
}
