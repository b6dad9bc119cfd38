import 'server-only'
import { isSessionAlive } from '#lib/auth/authenticate.ts'
import { onSessionEnd } from '#lib/auth/sessions.ts'
import { onShutdown } from '#lib/runtime/lifecycle.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

export interface StreamedEvent {
  event: string
  id: string
  data: unknown
}

/** Where a stream gets its events from. */
export interface EventSource {
  /** What the reader has not been sent yet. */
  take: () => StreamedEvent[]
  /** Calls back once when there is more; the answer takes that back. */
  onMore: (wake: () => void) => () => void
}

const HEARTBEAT_MS = 10_000
/** The reader comes back by itself, and its session and permissions are checked again. */
const LONGEST_STREAM_MS = 300_000
const RECONNECT_AFTER_MS = 1000

/**
 * Server-sent events for one screen. An event is taken only when the reader has room for it, so that a slow reader
 * misses steps in between instead of filling memory. Ends with its session, with the process, and after five minutes.
 */
export function eventStream(source: EventSource, sessionId: string): Response {
  const end = new AbortController()
  const forgetSession = onSessionEnd(sessionId, () => end.abort())
  const endsAt = setTimeout(() => end.abort(), LONGEST_STREAM_MS)
  openStreams().add(end)
  const clean = () => {
    clearTimeout(endsAt)
    forgetSession()
    openStreams().delete(end)
  }

  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode(`retry: ${RECONNECT_AFTER_MS}\n\n`))
    },
    pull: async (controller) => {
      let events = source.take()
      if (events.length === 0) {
        await somethingHappens(source, end.signal)
        events = source.take()
      }
      if (end.signal.aborted || !(await isSessionAlive(sessionId))) {
        clean()
        controller.close()
        return
      }
      controller.enqueue(encoder.encode(events.length === 0 ? ': alive\n\n' : textOf(events)))
    },
    cancel: () => {
      end.abort()
      clean()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function textOf(events: readonly StreamedEvent[]): string {
  return events
    .map(({ event, id, data }) => `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`)
    .join('')
}

/** Resolves at the next event, at the next heartbeat, or at the end of the stream. */
function somethingHappens(source: EventSource, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (end.aborted) {
      resolve()
      return
    }
    const wake = () => {
      clearTimeout(heartbeat)
      takeBack()
      end.removeEventListener('abort', wake)
      resolve()
    }
    const heartbeat = setTimeout(wake, HEARTBEAT_MS)
    const takeBack = source.onMore(wake)
    end.addEventListener('abort', wake)
  })
}

/** How many screens listen now. */
export function openStreamCount(): number {
  return openStreams().size
}

function openStreams(): Set<AbortController> {
  return oncePerProcess('open-streams', () => {
    const streams = new Set<AbortController>()
    onShutdown(
      'streams',
      () => {
        for (const end of streams) end.abort()
      },
      'streams',
    )
    return streams
  })
}
