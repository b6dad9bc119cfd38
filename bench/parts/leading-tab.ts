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
    while (streams.size !== 1) await delay(10)
    const [stream] = streams
    if (!stream) throw new Error('No tab has the stream.')
    return stream.frame().page()
  }
}
