import { floorAddress } from '#contract/floor-address.ts'
import { accountOfPage } from '#components/http/account.ts'
import { exchange } from '#components/http/send.ts'
import type { FloorWorld, FloorWord, StreamEvent } from '#components/floor/subscribe-to-floor.ts'
import type { Word } from '#components/floor/tabs.ts'

/** Replaced when the app is built; see `next.config.js`. */
declare const BUILD_ID: string

/** The floor's stream, questions, other tabs and wake-up calls as a browser has them. */
export const browserWorld: FloorWorld = {
  account: accountOfPage,
  build: BUILD_ID,

  openStream(hear, broken) {
    const source = new EventSource(floorAddress.floorStream)
    for (const event of ['snapshot', 'patch'] satisfies StreamEvent['event'][]) {
      source.addEventListener(event, ({ lastEventId, data }: MessageEvent<string>) =>
        hear({ event, id: lastEventId, data }),
      )
    }
    source.addEventListener('error', broken)
    return {
      isClosed: () => source.readyState === EventSource.CLOSED,
      close: () => source.close(),
    }
  },

  openLine(hear) {
    if (!('BroadcastChannel' in window)) return { say: () => {}, close: () => {} }
    const channel = new BroadcastChannel('floor')
    channel.addEventListener('message', ({ data }: MessageEvent<Word<FloorWord>>) => hear(data))
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel stays within its origin.
      say: (word) => channel.postMessage(word),
      close: () => channel.close(),
    }
  },

  ask: (etag, timeoutMs) => exchange(floorAddress.floor, { etag, timeoutMs }),

  now: () => Date.now(),
  chance: () => Math.random(),
  isSeen: () => document.visibilityState === 'visible',

  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => clearTimeout(timer)
  },

  every(periodMs, call) {
    const timer = setInterval(call, periodMs)
    return () => clearInterval(timer)
  },

  onHide(call) {
    window.addEventListener('pagehide', call)
    return () => window.removeEventListener('pagehide', call)
  },

  onWake(wake) {
    const seen = () => {
      if (document.visibilityState === 'visible') wake()
    }
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('online', wake)
    window.addEventListener('offline', wake)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('online', wake)
      window.removeEventListener('offline', wake)
    }
  },

  toSignIn() {
    const { pathname, search } = window.location
    window.location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  },

  reload: () => window.location.reload(),
}
