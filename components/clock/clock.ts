/**
 * One timer for all ages on screen. It ticks only while somebody listens, and counts by the server's clock, since the
 * tablet in an isolated network has often drifted by minutes.
 */
const TICK_MS = 1_000
/** Below this a difference is the way that the page took, not a wrong clock. */
const BELIEVED_SKEW_MS = 5_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let skewMs = 0
let current = 0

function tick() {
  current = Date.now() + skewMs
  for (const listener of listeners) listener()
}

/** Tells the clock what the server's clock showed just now (milliseconds since 1970). */
export function setServerTime(serverNow: number): void {
  const difference = serverNow - Date.now()
  skewMs = Math.abs(difference) < BELIEVED_SKEW_MS ? 0 : difference
  tick()
}

/** The time of the last tick: the same for everything that is drawn between two ticks. */
export function now(): number {
  if (!timer) current = Date.now() + skewMs
  return current
}

export function onTick(listener: () => void): () => void {
  listeners.add(listener)
  if (!timer) {
    timer = setInterval(tick, TICK_MS)
    current = Date.now() + skewMs
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}
