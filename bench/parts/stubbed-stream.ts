/* oxlint-disable unicorn/consistent-function-scoping -- A function that runs in the page has only what stands inside it. */
import type { Page } from '@playwright/test'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'
import { address } from '#contract/address.ts'

declare global {
  interface Window {
    /** Has the page hear one message of the stream, of the version that it leads to. */
    tell: (event: string, data: string, version: number) => void
    /** Whether the page has opened its stream. */
    hears: () => boolean
    /** Until the next frame has been painted; the answer is what `look` found when nothing could change it any more. */
    painted: (look?: () => boolean) => Promise<boolean>
  }
}

/** Puts a stream into a page that says what the measurement wants, in the place of the browser's own. */
export async function stubStream(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const streams = new Set<EventTarget>()
    class StubbedSource extends EventTarget {
      readyState = 1
      constructor() {
        super()
        streams.add(this)
      }
      close(): void {
        streams.delete(this)
      }
    }
    Reflect.set(window, 'EventSource', StubbedSource)
    window.hears = () => streams.size > 0
    window.painted = (look = () => true) =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const found = look()
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => resolve(found))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      })
    window.tell = (event, data, version) => {
      const lastEventId = `bench-${version}`
      for (const stream of streams) {
        stream.dispatchEvent(new MessageEvent(event, { data, lastEventId }))
      }
    }
  })
  // A question beside the stream hears that nothing has changed.
  await page.route(`**${address.floor}`, (route) => route.fulfill({ status: 304 }))
}

const statuses = ['waiting', 'open', 'open', 'open', 'closed', 'closed', 'closed', 'closed']

/** One of a thousand tables; each `round` is another state of the same table. */
export function tileAt(index: number, round: number, now: number): Tile {
  const status = statuses[(index + round) % statuses.length] ?? 'closed'
  return {
    key: `s${index + 1}`,
    name: `T${index + 1}`,
    spot: { id: index + 1, identifier: `T${index + 1}`, locationId: 3, status },
    area: 'Hall',
    asOf: now,
    going: null,
    since: now - ((index % 40) + 2) * 60_000,
    revision: round,
    currency: 'EUR',
    unpaidMinor: status === 'open' ? 480 + round : 0,
    heldMinor: 0,
    heldSince: null,
    heldCount: 0,
    receivedMinor: 0,
    askingSince: null,
    unsettled: 0,
  }
}

export function floorOf(count: number, now: number): Floor {
  return {
    boot: 'bench',
    version: 0,
    title: 'A big house',
    asOf: now,
    trouble: null,
    openAsOf: now,
    followed: null,
    tiles: Array.from({ length: count }, (_, index) => tileAt(index, 0, now)),
  }
}

export function patchOf(from: number, set: Tile[], now: number): FloorPatch {
  return { from, to: from + 1, asOf: now, trouble: null, set, removed: [] }
}
