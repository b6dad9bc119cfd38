import { setTimeout as delay } from 'node:timers/promises'
import type { Page, Request } from '@playwright/test'

export interface FetchedFile {
  name: string
  /** As transferred, without headers. */
  bytes: number
}

/** What a browser fetches to show a page, and what it fetches for later pages. */
export interface FetchedCode {
  scripts: FetchedFile[]
  styles: FetchedFile[]
  prefetched: FetchedFile[]
}

const QUIET_MS = 1500
const SMALLEST_ZIPPED_BYTES = 1024

/** Opens an address and waits until nothing has been fetched for a while; a stream that stays open is no fetching. */
export async function codeFetchedAt(page: Page, address: string): Promise<FetchedCode> {
  const finished: Request[] = []
  const open = new Set<Request>()
  let lastNewsAt = performance.now()
  const note = (change: (request: Request) => void) => (request: Request) => {
    if (isStream(request)) return
    change(request)
    lastNewsAt = performance.now()
  }
  page.on(
    'request',
    note((request) => open.add(request)),
  )
  page.on(
    'requestfailed',
    note((request) => open.delete(request)),
  )
  page.on(
    'requestfinished',
    note((request) => {
      open.delete(request)
      finished.push(request)
    }),
  )

  await page.goto(address)
  if (page.url() !== address) throw new Error(`${address} led to ${page.url()}`)
  while (open.size > 0 || performance.now() - lastNewsAt < QUIET_MS) await delay(50)

  const fetched: FetchedCode = { scripts: [], styles: [], prefetched: [] }
  for (const request of finished) {
    const kind = await kindOf(request)
    if (kind !== undefined) fetched[kind].push(await sizeOf(request))
  }
  return fetched
}

function isStream(request: Request): boolean {
  return request.resourceType() === 'eventsource' || request.url().endsWith('/stream')
}

async function kindOf(request: Request): Promise<keyof FetchedCode | undefined> {
  const type = (await request.response())?.headers()['content-type'] ?? ''
  const kind = { javascript: 'scripts', css: 'styles' } as const
  const [, word] = /\b(javascript|css)\b/.exec(type) ?? []
  if (word !== 'javascript' && word !== 'css') return undefined
  return isPrefetch(await request.allHeaders()) ? 'prefetched' : kind[word]
}

function isPrefetch(headers: Record<string, string>): boolean {
  return `${headers['sec-purpose'] ?? ''} ${headers['purpose'] ?? ''}`.includes('prefetch')
}

async function sizeOf(request: Request): Promise<FetchedFile> {
  const headers = await (await request.response())?.allHeaders()
  const { responseBodySize } = await request.sizes()
  // What is smaller than this gains nothing by it, and is sent as it is.
  if (headers?.['content-encoding'] !== 'gzip' && responseBodySize >= SMALLEST_ZIPPED_BYTES) {
    throw new Error(`${request.url()} came as ${headers?.['content-encoding'] ?? 'plain text'}`)
  }
  return { name: new URL(request.url()).pathname, bytes: responseBodySize }
}
