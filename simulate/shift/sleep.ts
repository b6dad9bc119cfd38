import type { VirtualTime } from '../virtual-time.ts'

export function sleep(time: VirtualTime, durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    time.after(durationMs, resolve)
  })
}
