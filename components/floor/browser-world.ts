import { address } from '#contract/address.ts'
import { exchange } from '#components/http/send.ts'
import type { FloorWorld } from '#components/floor/subscribe-to-floor.ts'

/** The floor's stream, questions and wake-up calls as a browser has them. */
export const browserWorld: FloorWorld = {
  openStream({ snapshot, patch, broken }) {
    const source = new EventSource(address.floorStream)
    source.addEventListener('snapshot', (event: MessageEvent<string>) => snapshot(event.data))
    source.addEventListener('patch', (event: MessageEvent<string>) => patch(event.data))
    source.addEventListener('error', broken)
    return {
      isClosed: () => source.readyState === EventSource.CLOSED,
      close: () => source.close(),
    }
  },

  ask: (etag, timeoutMs) => exchange(address.floor, { etag, timeoutMs }),

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
}
